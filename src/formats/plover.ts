import type { Story, StoryParty } from "../core/story.ts";
import type { ExportInput, Format } from "./format.ts";
import { csv } from "./table.ts";
import { days, outlets } from "./words.ts";

const ACTOR = ["Name", "Country", "COW", "Sector", "Sectors", "Title", "Name Raw", "Wikipedia"] as const;
const actorColumns = (side: "Actor" | "Recipient"): string[] => [
  `${side} Name`, `${side} Country`, `${side} COW`, `Primary ${side} Sector`, `${side} Sectors`, `${side} Title`, `${side} Name Raw`, `Wikipedia ${side} ID`,
]; // biome-ignore format: eight, in their order

/** The 40 columns of POLECAT. */
export const PLOVER_COLUMNS: readonly string[] = [
  "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
  ...actorColumns("Actor"), ...actorColumns("Recipient"),
  "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
  "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
]; // biome-ignore format: as in the public files

const SECTORS: Readonly<Record<StoryParty["kind"], string>> = {
  government: "GOV",
  "state-forces": "MIL",
  police: "COP",
  "armed-group": "REB",
  "political-militia": "PRM",
  "communal-militia": "PRM",
  rioters: "CVL",
  protesters: "CVL",
  civilians: "CVL",
  "external-forces": "MIL",
  "international-organisation": "IGO",
  media: "JRN",
  monitor: "NGO",
  court: "JUD",
  person: "CVL",
  witness: "CVL",
  unknown: "UNK",
};

const VERBAL_COOPERATION = new Set(["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]);
const MATERIAL_COOPERATION = new Set(["COOPERATE", "AID", "RETREAT"]);
const VERBAL_CONFLICT = new Set(["REQUEST", "REJECT", "ACCUSE", "THREATEN"]);

/** "ASSAULT (aerial, drone)" -> ASSAULT, aerial. */
export function ploverType(coded: string | null | undefined): { event: string; mode: string } {
  const match = /^([A-Z]+)(?:\s*\(([^)]*)\))?/.exec(coded ?? "");
  return { event: match?.[1] ?? "", mode: (match?.[2] ?? "").split(",")[0]!.trim() };
}

const quadCode = (event: string): number | "" =>
  event === ""
    ? ""
    : VERBAL_COOPERATION.has(event)
      ? 1
      : MATERIAL_COOPERATION.has(event)
        ? 2
        : VERBAL_CONFLICT.has(event)
          ? 3
          : 4;

export const plover: Format = {
  name: "plover",
  title: "PLOVER events in POLECAT's 40 columns",
  mediaType: "text/csv",
  extension: "csv",
  rule: null,
  write: (input) => {
    const rows = input.stories.flatMap((story) => rowsOf(story, input));
    return { files: [{ name: "plover.csv", text: csv(PLOVER_COLUMNS, rows) }], rows: rows.length };
  },
};

/** One row for each pair of doer and sufferer, as POLECAT has them. */
function rowsOf(story: Story, { codes, redact, ledgers }: ExportInput) {
  const { dossier } = story;
  const { event, mode } = ploverType(codes.types.get(dossier.type)?.plover);
  if (event === "") return [];
  const { place } = dossier;
  const day = days(story);
  // PLOVER's auxiliaries: what is denied by all who speak of it, or lies ahead.
  const denied =
    dossier.origins.every((o) => o.standing !== "origin") && story.claims.some((c) => c.polarity === "negative");
  const contexts = [denied ? "negation" : "", story.stage === "threatened" ? "future" : ""].filter((c) => c !== "");
  const actors = [...new Set(story.reports.flatMap((r) => ledgers.get(r.id)?.actors ?? []))];
  const people = [...new Set(actors.filter((a) => a.kind === "person").map((a) => redact.words(a.name)))];
  const bodies = [
    ...new Set(
      actors.filter((a) => !["person", "witness", "civilians", "unknown"].includes(a.kind)).map((a) => a.name),
    ),
  ];
  const locations = [...new Set(story.reports.flatMap((r) => ledgers.get(r.id)?.places.map((p) => p.name) ?? []))];
  const languages = [...new Set(story.reports.map((r) => ledgers.get(r.id)?.report.language ?? ""))];
  const pairs = (story.agents.length > 0 ? story.agents : [undefined]).flatMap((a) =>
    (story.targets.length > 0 ? story.targets : [undefined]).map((b) => [a, b] as const),
  );
  return pairs.map(([agent, target], i) => ({
    "Event ID": `${dossier.id}-${i + 1}`,
    "Event Date": day?.start ?? "",
    "Event Type": event,
    "Event Mode": mode,
    Intensity: "",
    "Quad Code": quadCode(event),
    Contexts: contexts.join(";"),
    ...party("Actor", agent),
    ...party("Recipient", target),
    Placename: place?.name ?? "",
    City: place && place.precision <= 2 ? place.name : "",
    District: "",
    Province: place?.admin1 ?? "",
    Country: place?.country ?? "",
    Latitude: place?.latitude ?? "",
    Longitude: place?.longitude ?? "",
    "GeoNames ID": place?.entry?.startsWith("geonames:") ? place.entry.slice(9) : "",
    "Raw Placename": place?.name ?? "",
    "Feature Type": place ? (place.precision <= 2 ? "P" : "A") : "",
    Source: outlets(story).join(";"),
    "Publication Date": story.reports[0]?.published?.slice(0, 10) ?? "",
    "Story People": people.join(";"),
    "Story Organizations": bodies.join(";"),
    "Story Locations": locations.join(";"),
    Language: languages.join(";"),
    Version: "Hearsay PLOVER 1",
  }));

  function party(side: "Actor" | "Recipient", one: StoryParty | undefined): Record<string, string | number> {
    const values = one
      ? [
          redact.words(one.name),
          one.country ?? "",
          one.country ? (codes.countries.get(one.country)?.gw ?? "") : "",
          SECTORS[one.kind],
          SECTORS[one.kind],
          "",
          redact.words(one.name),
          "",
        ]
      : ACTOR.map(() => "");
    return Object.fromEntries(actorColumns(side).map((column, i) => [column, values[i]!]));
  }
}
