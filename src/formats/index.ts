import { Problem } from "../core/problem.ts";
import { acled } from "./acled.ts";
import { brat } from "./brat.ts";
import { claimsCsv } from "./claims-csv.ts";
import type { Format } from "./format.ts";
import { geojson } from "./geojson.ts";
import { gtd } from "./gtd.ts";
import { html } from "./html.ts";
import { jsonl } from "./jsonl.ts";
import { plover } from "./plover.ts";
import { ucdp } from "./ucdp.ts";
import { webannotation } from "./webannotation.ts";

export type { Codes, ExportFile, ExportInput, Format } from "./format.ts";
export { type NumberRule, numberRule, RULES } from "./numbers.ts";
export { KEEP, redactPeople } from "./redact.ts";

/** One line a format. */
export const FORMATS: readonly Format[] = [
  acled,
  ucdp,
  gtd,
  plover,
  claimsCsv,
  jsonl,
  geojson,
  webannotation,
  brat,
  html,
];

/** E-FORMAT-01 where there is none of this name. */
export function formatNamed(name: string): Format {
  const found = FORMATS.find((f) => f.name === name);
  if (found) return found;
  throw new Problem(
    "E-FORMAT-01",
    `There is no format "${name}".`,
    `Give one of: ${FORMATS.map((f) => f.name).join(", ")}.`,
  );
}
