import { readFileSync, writeFileSync } from "node:fs";
import { check } from "@placemarkio/check-geojson";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { made } from "../dossier/made.ts";
import { reconcile } from "../dossier/reconcile.ts";
import { storyOf } from "../dossier/story.ts";
import { loadLexicon } from "../resources.ts";
import { ACLED_COLUMNS } from "./acled.ts";
import { CLAIM_COLUMNS } from "./claims-csv.ts";
import { GTD_COLUMNS } from "./gtd.ts";
import { type ExportInput, FORMATS, formatNamed, KEEP, numberRule, redactPeople } from "./index.ts";
import { PLOVER_COLUMNS } from "./plover.ts";
import { UCDP_COLUMNS } from "./ucdp.ts";

/** Three reports on one attack with rival figures, a strike that only one side tells of, and a threat. Names with traps: commas, quotes, formulas, an astral character. */
const attack = {
  at: "Dasht-e-Archi",
  coordinates: [37.13, 69.17],
  day: "2020-01-28",
  by: ["Taliban"],
  on: ["Afghan army"],
} as const;
const actors = {
  Taliban: { kind: "armed-group", entry: "taliban", country: "AFG" },
  "Afghan army": { kind: "state-forces", entry: "afghan-army", country: "AFG" },
  "Safiullah Amiri": { kind: "person" },
  "Zabihullah Mujahid": { kind: "person", memberOf: "Taliban" },
  villagers: { kind: "civilians" },
  "Nadia Karimi": { kind: "witness" },
} as const;
const ledgers = [
  made({
    id: "a1",
    outlet: 'Northline, "Wire"',
    published: "2020-01-29",
    title: "=13 dead, at least",
    text: "🏕 ",
    actors,
    events: [
      {
        ...attack,
        claims: [
          { source: "Safiullah Amiri", killed: 13, whose: "Afghan army" },
          { source: "Zabihullah Mujahid", act: "claim-responsibility", killed: 35, whose: "Afghan army" },
          { source: "Nadia Karimi", wounded: 10 },
        ],
      },
      {
        type: "violence/air-strike",
        at: "Kunduz",
        coordinates: [36.73, 68.87],
        day: "2020-01-29",
        by: ["Afghan army"],
        on: ["villagers"],
        claims: [
          { source: "Nadia Karimi", via: ["Border Brief"], killed: [3, null], whose: "villagers" },
          { source: "Afghan army", act: "deny", negative: true },
        ],
      },
    ],
  }),
  made({
    id: "b2",
    outlet: "Caravan Bulletin",
    published: "2020-01-29",
    actors,
    events: [
      { ...attack, claims: [{ source: "Taliban", act: "claim-responsibility", killed: 35, whose: "Afghan army" }] },
    ],
  }),
  made({
    id: "c3",
    outlet: "Incident Watch",
    published: "2020-02-03",
    actors,
    events: [
      {
        ...attack,
        claims: [{ source: "Safiullah Amiri", via: ["several agencies"], killed: 15, whose: "Afghan army" }],
      },
      {
        type: "violence/bombing",
        stage: "threatened",
        by: ["Taliban"],
        claims: [{ source: "Taliban", act: "threaten", modality: "future" }],
      },
    ],
  }),
];

async function input(more: Partial<ExportInput> = {}): Promise<ExportInput> {
  const { eventTypes, countryCodes } = await loadLexicon();
  const byId = new Map(ledgers.map((l) => [l.report.id, l]));
  return {
    stories: reconcile(ledgers).map((d) => storyOf(d, byId)),
    ledgers: byId,
    codes: {
      types: new Map(eventTypes.map((t) => [t.type, t])),
      countries: new Map(countryCodes.map((c) => [c.code, c])),
    },
    rule: numberRule("acled-conservative"),
    redact: KEEP,
    ...more,
  };
}

const write = async (name: string, more: Partial<ExportInput> = {}) => {
  const format = formatNamed(name);
  return format.write(await input({ rule: numberRule(format.rule ?? "acled-conservative"), ...more }));
};
const text = async (name: string, more: Partial<ExportInput> = {}) => (await write(name, more)).files[0]!.text;

describe("golden files", () => {
  it.each(FORMATS.map((f) => f.name))("%s", async (name) => {
    for (const file of (await write(name)).files) {
      const path = new URL(`./golden/${name}--${file.name}`, import.meta.url);
      // UPDATE_GOLDEN=1 writes them anew; a missing one fails.
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, file.text);
      expect(file.text).toBe(readFileSync(path, "utf8"));
    }
  });
});

const rowsOf = (csv: string) =>
  parse(csv, { columns: true, record_delimiter: "\r\n", relax_column_count: false, relax_quotes: false }) as Record<
    string,
    string
  >[];

describe("tables, read back by a strict reader", () => {
  it.each<[string, readonly string[], number]>([
    ["acled", ACLED_COLUMNS, 31],
    ["ucdp", UCDP_COLUMNS, 49],
    ["gtd", GTD_COLUMNS, GTD_COLUMNS.length],
    ["plover", PLOVER_COLUMNS, 40],
    ["csv", CLAIM_COLUMNS, CLAIM_COLUMNS.length],
  ])("%s has its columns", async (name, columns, count) => {
    const rows = rowsOf(await text(name));
    expect(columns).toHaveLength(count);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual([...columns]);
  });

  it("a cell that begins like a formula is no formula", async () => {
    const cells = rowsOf(await text("ucdp")).flatMap(Object.values);
    expect(cells.some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });
});

describe("the single number", () => {
  const attackRow = async (name: string, rule: string, key: string) => {
    const rows = rowsOf(await text(name, { rule: numberRule(rule) }));
    return rows.find((row) => Object.values(row).some((cell) => cell.includes("Dasht-e-Archi")))![key];
  };
  it.each<[rule: string, fatalities: string]>([
    ["acled-conservative", "15"],
    ["ucdp-best-high-low", "15"],
    ["latest", "15"],
    ["highest-non-party", "15"],
    ["highest", "35"],
    ["lowest", "15"],
  ])("%s", async (rule, fatalities) => expect(await attackRow("acled", rule, "fatalities")).toBe(fatalities));

  it("names its rule and whose figure it is, in the row", async () => {
    const notes = await attackRow("acled", "acled-conservative", "notes");
    expect(notes).toContain("fatalities by rule acled-conservative@1: 15 (Safiullah Amiri)");
    expect(notes).toContain("Taliban (party) claims responsibility: 35 killed");
    expect(notes).toContain("13 killed (afghan army), later revised");
  });
  it("ucdp gives best, low and high, and deaths by side that add up to best", async () => {
    const rows = rowsOf(await text("ucdp"));
    const row = rows.find((r) => r.where_coordinates === "Dasht-e-Archi")!;
    expect([row.best, row.low, row.high, row.side_a, row.side_b, row.type_of_violence]).toEqual([
      "15",
      "15",
      "35",
      "Government of Afghanistan",
      "Taliban",
      "1",
    ]);
    expect(row.number_of_sources).toBe("3");
    const strike = rows.find((r) => r.where_coordinates === "Kunduz")!;
    expect([strike.type_of_violence, strike.dyad_name]).toEqual(["3", "Government of Afghanistan - Civilians"]);
    for (const r of rows)
      expect(Number(r.deaths_a) + Number(r.deaths_b) + Number(r.deaths_civilians) + Number(r.deaths_unknown)).toBe(
        Number(r.best),
      );
  });
  it("acled names civilians as its codebook does, and keeps the reports' words beside", async () => {
    const row = rowsOf(await text("acled")).find((r) => r.location === "Kunduz")!;
    expect([row.actor2, row.assoc_actor_2, row.inter2]).toEqual(["Civilians (Afghanistan)", "villagers", "7"]);
    expect(row.notes).toContain("1 independent origin]");
  });
  it("gtd gives regions, and an id of its own to each of two attacks of one day", async () => {
    const stories = (await input()).stories.flatMap((story) => [story, story]);
    const rows = rowsOf(await text("gtd", { stories }));
    expect(rows.map((r) => [r.region, r.region_txt])[0]).toEqual(["6", "South Asia"]);
    expect(new Set(rows.map((r) => r.eventid)).size).toBe(rows.length);
  });
  it("what is only denied has no row where events are coded", async () => {
    const denied = made({
      id: "d4",
      published: "2020-02-03",
      actors,
      events: [{ ...attack, claims: [{ source: "Taliban", act: "deny", negative: true, killed: 9 }] }],
    });
    const byId = new Map([[denied.report.id, denied]]);
    const stories = reconcile([denied]).map((d) => storyOf(d, byId));
    for (const name of ["acled", "ucdp", "gtd"])
      expect(rowsOf(await text(name, { stories, ledgers: byId })), name).toEqual([]);
  });
  it("gtd leaves out acts of states and threats", async () => {
    expect(rowsOf(await text("gtd")).map((r) => [r.city, r.gname, r.claimed])).toEqual([
      ["Dasht-e-Archi", "Taliban", "1"],
    ]);
  });
  it("an unknown rule or format is refused with the list", () => {
    expect(() => numberRule("average")).toThrow(/E-FORMAT-02.*acled-conservative/);
    expect(() => formatNamed("xls")).toThrow(/E-FORMAT-01.*geojson/);
  });
});

it("geojson is valid, and keeps unplaced events", async () => {
  const collection = check(await text("geojson"));
  const { features } = collection as { features: { geometry: unknown }[] };
  expect(features).toHaveLength(3);
  expect(features.filter((f) => f.geometry === null)).toHaveLength(1);
});

it("web annotations follow the model, and their quotes and positions point at the same words", async () => {
  const quoted: z.ZodType = z.object({
    id: z.string().optional(),
    type: z.literal("prov:Entity"),
    "prov:wasQuotedFrom": z.lazy(() => quoted).optional(),
    "prov:wasAttributedTo": z.object({ name: z.string() }).loose().optional(),
  });
  const annotation = z.object({
    id: z.url({ protocol: /^urn$/ }).or(z.string().startsWith("urn:")),
    type: z.literal("Annotation"),
    motivation: z.literal("describing"),
    body: z
      .object({
        type: z.array(z.string()),
        value: z.string().min(1),
        "prov:wasAttributedTo": z.object({ name: z.string().min(1) }).loose(),
        "prov:wasQuotedFrom": quoted,
      })
      .loose(),
    target: z.object({
      source: z.string(),
      selector: z.object({
        type: z.literal("TextQuoteSelector"),
        exact: z.string().min(1),
        prefix: z.string(),
        suffix: z.string(),
        refinedBy: z.object({ type: z.literal("TextPositionSelector"), start: z.int(), end: z.int() }),
      }),
    }),
  });
  const page = JSON.parse(await text("webannotation"));
  expect(page.partOf).toMatchObject({ type: "AnnotationCollection", total: page.items.length });
  expect(page["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
  for (const item of page.items) {
    const { target } = annotation.parse(item);
    const ledger = ledgers.find((l) => target.source.endsWith(l.report.id.slice(7)))!;
    const { start, end } = target.selector.refinedBy;
    expect([...ledger.report.text].slice(start, end).join("")).toBe(target.selector.exact);
  }
  const relayed = page.items.find((i: { body: { value: string } }) => i.body.value.startsWith("Nadia"))?.body[
    "prov:wasQuotedFrom"
  ];
  expect(JSON.stringify(page)).toContain("Border Brief");
  expect(relayed.type).toBe("prov:Entity");
});

it("brat reads back: every span is its words, every reference leads somewhere", async () => {
  const { files } = await write("brat");
  const anns = files.filter((f) => f.name.endsWith(".ann"));
  expect(anns).toHaveLength(3);
  const declared = files.find((f) => f.name === "annotation.conf")!.text;
  for (const ann of anns) {
    const words = [...files.find((f) => f.name === ann.name.replace(".ann", ".txt"))!.text];
    const ids = new Set<string>();
    const refs: string[] = [];
    for (const line of ann.text.trimEnd().split("\n")) {
      const [id, body, quote] = line.split("\t");
      expect(ids.has(id!)).toBe(false);
      ids.add(id!);
      if (id!.startsWith("T")) {
        const [, label, spans] = /^(\S+) (.*)$/.exec(body!)!;
        expect(declared).toContain(label!);
        const found = spans!
          .split(";")
          .map((s) => s.split(" ").map(Number))
          .map(([s, e]) => words.slice(s, e).join(""));
        expect(found.join(" ")).toBe(quote);
        expect(quote).not.toMatch(/[\n\r]/);
      } else if (id!.startsWith("E")) refs.push(...body!.split(" ").map((part) => part.split(":")[1]!));
      else if (id!.startsWith("R")) refs.push(...[...body!.matchAll(/Arg\d:(\S+)/g)].map((m) => m[1]!));
      else refs.push(body!.split(" ")[1]!);
    }
    for (const ref of refs) expect(ids.has(ref), `${ref} in ${ann.name}`).toBe(true);
  }
});

it("html runs no script, asks for nothing, and escapes what reports say", async () => {
  const page = await text("html");
  expect(page).not.toMatch(/<script|src=|@import|url\(/i);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("Northline, &quot;Wire&quot;");
});

describe("people who are not public figures", () => {
  it.each(FORMATS.map((f) => f.name))("are withheld in %s, and public ones stay", async (name) => {
    const all = (await write(name, { redact: redactPeople(ledgers) })).files.map((f) => f.text).join("\n");
    expect(all).not.toMatch(/Nadia|Karimi|Safiullah|Amiri/);
    if (name !== "geojson") expect(all).toMatch(/Taliban/);
  });
  it("a mask keeps every offset", () => {
    const { mask } = redactPeople(ledgers);
    const said = "Nadia Karimi spoke; Karimi saw it.";
    expect(mask(said)).toBe("••••• •••••• spoke; •••••• saw it.");
    expect(mask(said)).toHaveLength(said.length);
  });
});
