import type { Place } from "../core/ledger.ts";
import type { Story, StoryParty } from "../core/story.ts";
import type { ExportInput, Format } from "./format.ts";
import { totals } from "./numbers.ts";
import { csv } from "./table.ts";
import { days, happened, numericId, origins, outlets, whoSaidWhat } from "./words.ts";

/** The 31 columns of ACLED's public files. */
export const ACLED_COLUMNS = [
  "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
  "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
  "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
  "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
] as const; // biome-ignore format: as in the codebook

/** 1 state, 2 rebel, 3 political militia, 4 identity militia, 5 rioters, 6 protesters, 7 civilians, 8 external or other; 0 where nobody is named. */
export function interCode(party: StoryParty | undefined, country: string | null): number {
  if (!party) return 0;
  switch (party.kind) {
    case "government":
    case "state-forces":
    case "police":
    case "court":
      return country !== null && party.country !== null && party.country !== country ? 8 : 1;
    case "armed-group":
      return 2;
    case "political-militia":
      return 3;
    case "communal-militia":
      return 4;
    case "rioters":
      return 5;
    case "protesters":
      return 6;
    case "civilians":
    case "person":
    case "witness":
    case "media":
      return 7;
    default:
      return party.kind === "unknown" ? 0 : 8;
  }
}

/** "Battles / Armed clash; Violence against civilians / Attack where the target is civilian" -> the one that applies. */
export function acledType(codes: string | null | undefined, civilianTarget: boolean): { event: string; sub: string } {
  if (!codes) return { event: "Strategic developments", sub: "Other" };
  const choices = codes.split(";").map((c) => c.trim());
  const choice =
    (civilianTarget ? choices.find((c) => /where the target is civilian/.test(c)) : undefined) ?? choices[0]!;
  const [event, sub] = choice.split(" / ").map((s) => s.trim());
  return { event: event!, sub: (sub ?? "Other").replace(/\s*(?:\(or .*\)|, or .*|where .*)$/, "") };
}

/** Codes that ACLED's codebook gives a group for, not the words of the reports: those stand among the associated actors. */
const GROUPS: Readonly<Partial<Record<StoryParty["kind"], string>>> = {
  civilians: "Civilians",
  person: "Civilians",
  witness: "Civilians",
  protesters: "Protesters",
  rioters: "Rioters",
};

/** "villagers" in Afghanistan -> "Civilians (Afghanistan)". */
function acledActor(party: StoryParty | undefined, country: string | undefined): string {
  if (!party) return "";
  const group = GROUPS[party.kind];
  return group === undefined ? party.name : country === undefined ? group : `${group} (${country})`;
}

/** Crowds that attack count as violence; force used on peaceful protesters counts as both. */
const DISORDER_OF_SUB: Readonly<Record<string, string>> = {
  "Mob violence": "Political violence",
  "Excessive force against protesters": "Political violence; Demonstrations",
};

const DISORDER: Readonly<Record<string, string>> = {
  Battles: "Political violence",
  "Explosions/Remote violence": "Political violence",
  "Violence against civilians": "Political violence",
  Riots: "Demonstrations",
  Protests: "Demonstrations",
  "Strategic developments": "Strategic developments",
};

const TIME_PRECISION = { hour: 1, day: 1, week: 2, month: 3, year: 3 } as const;

/** 1 town, 2 nearby or district, 3 province. */
export const geoPrecision = (place: Place): number =>
  place.precision <= 2 ? place.precision : place.precision === 3 ? 2 : 3;

/** Events that are told as having happened; threats and what is only denied have no row. */
export const acled: Format = {
  name: "acled",
  title: "ACLED, 31 columns",
  mediaType: "text/csv",
  extension: "csv",
  rule: "acled-conservative",
  write: (input) => {
    const rows = input.stories.filter(happened).map((story) => rowOf(story, input));
    return { files: [{ name: "acled.csv", text: csv(ACLED_COLUMNS, rows) }], rows: rows.length };
  },
};

function rowOf(story: Story, { codes, rule, redact }: ExportInput) {
  const { dossier, agents, targets } = story;
  const { place, time } = dossier;
  const country = place?.country ? codes.countries.get(place.country) : undefined;
  // Without a doer the sufferer stands first: the order implies no direction.
  const sides = [agents[0], targets.find((t) => t !== agents[0])];
  const [one, two] = sides[0] ? sides : [sides[1], undefined];
  const inter1 = interCode(one, place?.country ?? null);
  const inter2 = interCode(two, place?.country ?? null);
  const civilians = inter2 === 7 || (two === undefined && inter1 === 7);
  const { event, sub } = acledType(codes.types.get(dossier.type)?.acled ?? stem(dossier.type, codes), civilians);
  const picked = rule.pick(totals(story.figures, "killed"));
  const day = days(story);
  const name = (party: StoryParty | undefined) => redact.words(acledActor(party, country?.name));
  const associated = (list: readonly StoryParty[], main: StoryParty | undefined) =>
    list
      .filter((p) => p !== main || GROUPS[p.kind] !== undefined)
      .map((p) => redact.words(p.name))
      .join("; ");
  return {
    event_id_cnty: `${place?.country ?? "XXX"}${numericId(dossier.id)}`,
    event_date: day?.start ?? "",
    year: day?.start.slice(0, 4) ?? "",
    time_precision: time ? TIME_PRECISION[time.precision] : "",
    disorder_type: DISORDER_OF_SUB[sub] ?? DISORDER[event] ?? "",
    event_type: event,
    sub_event_type: sub,
    actor1: name(one),
    assoc_actor_1: associated(agents.includes(one!) ? agents : targets, one),
    inter1,
    actor2: name(two),
    assoc_actor_2: two ? associated(targets, two) : "",
    inter2,
    interaction: Number(
      `${Math.min(inter1, inter2) || Math.max(inter1, inter2)}${Math.min(inter1, inter2) === 0 ? 0 : Math.max(inter1, inter2)}`,
    ),
    civilian_targeting: civilians ? "Civilian targeting" : "",
    iso: country?.numeric ?? "",
    region: country?.acledRegion ?? "",
    country: country?.name ?? "",
    admin1: place?.admin1 ?? "",
    admin2: "",
    admin3: "",
    location: place?.name ?? "",
    latitude: place?.latitude ?? "",
    longitude: place?.longitude ?? "",
    geo_precision: place ? geoPrecision(place) : "",
    source: outlets(story).join("; "),
    source_scale: "",
    notes: redact.words(
      `${dossier.title}. ${whoSaidWhat(story)}. [fatalities by rule ${rule.id}: ${picked ? `${picked.best} (${picked.from.join(", ")})` : "no figure"}; ${origins(dossier.independent)}]`,
    ),
    fatalities: picked?.best ?? 0,
    tags: [story.stage === "accomplished" ? "" : story.stage, agents.length > 1 ? "rival or several actors" : ""]
      .filter((t) => t !== "")
      .join("; "),
    timestamp: "",
  };
}

/** A parent type without a category of its own takes that of its first child. */
function stem(type: string, codes: ExportInput["codes"]): string | null {
  for (const [name, row] of codes.types) if (name.startsWith(`${type}/`) && row.acled) return row.acled;
  return null;
}
