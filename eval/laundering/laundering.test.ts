import { expect, test } from "vitest";
import { measure } from "./measure.ts";

/** What is attributed, denied, doubted, negated, planned, supposed or made up does not come out as a fact; what is stated does. */
test("a thousand adversarial sentences: nothing is laundered, facts stay facts", { timeout: 600_000 }, async () => {
  const result = await measure();
  expect(result.guarded).toBeGreaterThan(1000);
  expect(result.laundered.length, result.laundered.join("\n")).toBeLessThanOrEqual(0.005 * result.guarded);
  expect(result.kept, result.lost.join("\n")).toBeGreaterThanOrEqual(0.8 * result.facts);
  expect(result.right, result.wrong.join("\n")).toBeGreaterThanOrEqual(0.85 * result.spoken);
});
