import { expect, it } from "vitest";
import { CopyFinder, commonShare, signature } from "./copies.ts";

const wire = Array.from(
  { length: 40 },
  (_, i) =>
    `Paragraph ${i}: rebels and soldiers fought for the ${["bridge", "mill", "school", "well"][i % 4]} number ${i * 7} until noon.`,
).join("\n\n");

it("knows a wire text again in another paper's frame", () => {
  const finder = new CopyFinder();
  expect(finder.add("first", wire)).toBeNull();
  expect(
    finder.add(
      "framed",
      `DAILY HERALD\n\nBy our staff\n\n${wire.replace("Paragraph 3:", "Para 3:")}\n\nSubscribe to our newsletter today.`,
    ),
  ).toBe("first");
  expect(finder.add("again", wire.toUpperCase())).toBe("first");
});

it("does not take reports on one event for copies", () => {
  const finder = new CopyFinder();
  finder.add("first", wire);
  const other = Array.from(
    { length: 40 },
    (_, i) =>
      `The governor said on day ${i} that troops held the bridge and would not leave it to the rebels, whatever it cost them.`,
  ).join("\n\n");
  expect(finder.add("other", other)).toBeNull();
});

it("says nothing of texts too short to tell", () => {
  expect(signature("Twelve dead in Goma, army says.")).toBeNull();
});

it("estimates the share of common words within a tenth", () => {
  const words = Array.from({ length: 1000 }, (_, i) => `w${i}`);
  const half = [...words.slice(0, 500), ...words.slice(500).map((w) => `x${w}`)];
  expect(Math.abs(commonShare(signature(words.join(" "))!, signature(half.join(" "))!) - 1 / 3)).toBeLessThan(0.15);
});
