import type { Figure, Story, StoryParty } from "../core/story.ts";
import type { ExportInput, Format } from "./format.ts";
import { totals } from "./numbers.ts";
import { csv } from "./table.ts";
import { days, happened, numericId, origins, outlets, whoSaidWhat } from "./words.ts";

/** The 49 columns of UCDP GED. */
export const UCDP_COLUMNS = [
  "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
  "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
  "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
  "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
  "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
  "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
] as const; // biome-ignore format: as in the codebook

const STATE = new Set(["government", "state-forces", "police", "external-forces"]);
const ARMED = new Set(["armed-group", "political-militia", "communal-militia"]);

/** The two sides: a state before an organisation, as UCDP has them; and whether it is state-based (1), non-state (2) or one-sided (3). */
export function sidesOf(story: Story): { a: StoryParty | undefined; b: StoryParty | undefined; kind: 1 | 2 | 3 | "" } {
  const armed = [...story.agents, ...story.targets].filter((p) => STATE.has(p.kind) || ARMED.has(p.kind));
  const a = armed.find((p) => STATE.has(p.kind)) ?? armed[0];
  const b = armed.find((p) => p !== a && (ARMED.has(p.kind) || (STATE.has(p.kind) && p.country !== a?.country)));
  if (a && b) return { a, b, kind: STATE.has(a.kind) || STATE.has(b.kind) ? 1 : 2 };
  const civilians = story.targets.find((p) => p.kind === "civilians" || p.kind === "person");
  return a && civilians ? { a, b: civilians, kind: 3 } : { a, b: undefined, kind: "" };
}

/** UCDP names a state by its government and the unarmed by what they are: "Government of Sudan", "Civilians". */
function sideName(party: StoryParty | undefined, codes: ExportInput["codes"]): string {
  if (!party) return "";
  if (party.kind === "civilians" || party.kind === "person") return "Civilians";
  const country = STATE.has(party.kind) && party.country ? codes.countries.get(party.country)?.name : undefined;
  return country === undefined ? party.name : `Government of ${country}`;
}

/** 1 day, 2 two to six days, 3 week, 4 month, 5 year. */
export function datePrecision(story: Story): number | "" {
  const { time } = story.dossier;
  const day = days(story);
  if (!time || !day) return "";
  const length = (Date.parse(day.end) - Date.parse(day.start)) / 86_400_000 + 1;
  if (time.precision === "year" || length > 31) return 5;
  if (time.precision === "month" || length > 7) return 4;
  if (time.precision === "week" || length === 7) return 3;
  return length > 1 ? 2 : 1;
}

/** PRIO-GRID cell: half-degree squares, numbered from the south-west corner. */
const gridCell = (latitude: number, longitude: number): number =>
  Math.floor((latitude + 90) * 2) * 720 + Math.floor((longitude + 180) * 2) + 1;

/** Events in which somebody is told to have died: UCDP lists no others. */
export const ucdp: Format = {
  name: "ucdp",
  title: "UCDP GED, 49 columns",
  mediaType: "text/csv",
  extension: "csv",
  rule: "ucdp-best-high-low",
  write: (input) => {
    const rows = input.stories
      .filter(happened)
      .map((story) => rowOf(story, input))
      .filter((row) => row.high > 0);
    return { files: [{ name: "ucdp-ged.csv", text: csv(UCDP_COLUMNS, rows) }], rows: rows.length };
  },
};

function rowOf(story: Story, { codes, rule, redact }: ExportInput) {
  const { dossier } = story;
  const { place } = dossier;
  const { a, b, kind } = sidesOf(story);
  const country = place?.country ? codes.countries.get(place.country) : undefined;
  const day = days(story);
  const of = (party: StoryParty | undefined) => (f: Figure) => party !== undefined && f.sideParty === party.name;
  const [sideA, sideB] = [of(a), of(kind === 3 ? undefined : b)];
  const deaths = (only: (f: Figure) => boolean) => rule.pick(totals(story.figures, "killed", only))?.best ?? 0;
  const civilians = story.targets.filter((t) => t.kind === "civilians" || t.kind === "person");
  const civilian = (f: Figure) =>
    civilians.length > 0 && (f.side === "people" || civilians.some((c) => c.name === f.sideParty));
  const byParts = {
    deaths_a: deaths(sideA),
    deaths_b: deaths(sideB),
    deaths_civilians: deaths((f) => !sideA(f) && !sideB(f) && civilian(f)),
    deaths_unknown: deaths((f) => !sideA(f) && !sideB(f) && !civilian(f)),
  };
  const picked = rule.pick(totals(story.figures, "killed"));
  // The parts may come from different origins; what they leave of the whole, or add to it, is of unknown side.
  const known = byParts.deaths_a + byParts.deaths_b + byParts.deaths_civilians;
  const best = picked?.best ?? 0;
  const parts =
    known <= best
      ? { ...byParts, deaths_unknown: best - known }
      : { deaths_a: 0, deaths_b: 0, deaths_civilians: 0, deaths_unknown: best };
  const originals = dossier.origins.filter((o) => o.standing === "origin").map((o) => o.actor);
  const sideCode = (party: StoryParty | undefined) =>
    party?.country && STATE.has(party.kind) ? (codes.countries.get(party.country)?.gw ?? "") : "";
  const text = (words: string) => redact.words(words);
  const names = [a, b].map((party) => text(sideName(party, codes)));
  const dyad = a && b ? names.join(" - ") : "";
  const precision = datePrecision(story);
  return {
    id: numericId(dossier.id),
    relid: `${place?.country ?? "XXX"}-${day?.start.slice(0, 4) ?? "0000"}-${kind || 0}-${dossier.id.slice(2)}`,
    year: day?.start.slice(0, 4) ?? "",
    active_year: "",
    code_status: "Hearsay",
    type_of_violence: kind,
    conflict_name: dyad,
    dyad_name: dyad,
    side_a: names[0],
    side_b: names[1],
    number_of_sources: story.reports.length,
    source_article: text(
      story.reports
        .map((r) => [r.outlet, r.published?.slice(0, 10), r.title].filter((x) => x).join(","))
        .map((words) => `"${words.replaceAll('"', "'")}"`)
        .join(";"),
    ),
    source_office: outlets(story).join(";"),
    source_date: story.reports.map((r) => r.published?.slice(0, 10) ?? "").join(";"),
    source_headline: text(story.reports.map((r) => r.title ?? "").join(";")),
    source_original: text(
      `${originals.join("; ")} [${whoSaidWhat(story)}] [${origins(dossier.independent)}; numbers by rule ${rule.id}${picked ? `: ${picked.from.join(", ")}` : ""}]`,
    ),
    where_prec: place?.precision ?? "",
    where_coordinates: place?.name ?? "",
    where_description: "",
    adm_1: place?.admin1 ?? "",
    adm_2: "",
    latitude: place?.latitude ?? "",
    longitude: place?.longitude ?? "",
    geom_wkt:
      place && place.latitude !== null && place.longitude !== null
        ? `POINT (${place.longitude} ${place.latitude})`
        : "",
    priogrid_gid:
      place && place.latitude !== null && place.longitude !== null ? gridCell(place.latitude, place.longitude) : "",
    country: country?.name ?? "",
    country_id: country?.gw ?? "",
    region: country?.ucdpRegion ?? "",
    // What has no place, or no day within a week, cannot be told from others of its kind.
    event_clarity: place !== null && precision !== "" && precision <= 3 ? 1 : 2,
    date_prec: precision,
    date_start: day?.start ?? "",
    date_end: day?.end ?? "",
    ...parts,
    best,
    high: picked?.high ?? 0,
    low: picked?.low ?? 0,
    gwnoa: sideCode(a),
    gwnob: sideCode(b),
  };
}
