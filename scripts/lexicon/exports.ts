import { z } from "zod";
import type { Section } from "./sections.ts";

const numberOrNull = z.string().transform((s) => (s === "" ? null : Number(s)));

/** Codes of countries in the schemes that exports write. */
export const countryCodes: Section = {
  name: "countryCodes",
  files: /^formats\/countries\.tsv$/,
  row: z
    .object({
      code: z.string().regex(/^[A-Z]{3}$/),
      name: z.string().min(1),
      numeric: numberOrNull,
      gw: numberOrNull,
      acled_region: z.string(),
      ucdp_region: z.string(),
      gtd_region: z.string(),
    })
    .transform(({ acled_region, ucdp_region, gtd_region, ...row }) => ({
      ...row,
      acledRegion: acled_region,
      ucdpRegion: ucdp_region,
      gtdRegion: gtd_region,
    })),
};
