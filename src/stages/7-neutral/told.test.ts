import { expect, test } from "vitest";
import { read } from "../../index.ts";

test("a claim's sentence says what its source says, not what another says of the same event", async () => {
  const { claims } = await read(
    "KUNDUZ, 4 March 2026 - Taliban fighters attacked a police post in Kunduz on Tuesday, killing 11 policemen, a provincial official said.\n\nA doctor said the attack wounded six shopkeepers.",
    { name: "report.txt" },
  );
  const doctor = claims.find(({ neutral }) => neutral.startsWith("The doctor"))!;
  expect(doctor.neutral).toContain("6 wounded");
  expect(doctor.neutral).not.toMatch(/Taliban|police/);
});
