import type { Story, StoryParty } from "../core/story.ts";
import type { ExportInput, Format } from "./format.ts";
import { totals } from "./numbers.ts";
import { csv } from "./table.ts";
import { days, happened, numericId, origins, whoSaidWhat } from "./words.ts";

/** GTD's main columns. */
export const GTD_COLUMNS = [
  "eventid", "iyear", "imonth", "iday", "approxdate", "country", "country_txt", "region", "region_txt", "provstate", "city",
  "latitude", "longitude", "specificity", "vicinity", "summary", "crit1", "crit2", "crit3", "doubtterr", "multiple", "success", "suicide",
  "attacktype1", "attacktype1_txt", "attacktype2", "attacktype2_txt", "attacktype3", "attacktype3_txt",
  "targtype1", "targtype1_txt", "targsubtype1", "corp1", "target1", "natlty1", "gname", "gsubname", "gname2", "gname3", "motive",
  "guncertain1", "guncertain2", "guncertain3", "individual", "nperps", "nperpcap", "claimed", "claimmode", "claimmode_txt",
  "claim2", "claimmode2", "claim3", "claimmode3", "compclaim", "weaptype1", "weaptype1_txt", "weapsubtype1", "weapdetail",
  "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte", "property", "propextent", "ishostkid", "nhostkid", "hostkidoutcome",
  "addnotes", "scite1", "scite2", "scite3", "dbsource",
] as const; // biome-ignore format: as in the codebook

const ATTACK_TYPES: Readonly<Record<string, number>> = {
  Assassination: 1,
  "Armed Assault": 2,
  "Bombing/Explosion": 3,
  Hijacking: 4,
  "Hostage Taking (Barricade Incident)": 5,
  "Hostage Taking (Kidnapping)": 6,
  "Facility/Infrastructure Attack": 7,
  "Unarmed Assault": 8,
  Unknown: 9,
};

const TARGETS: Readonly<Partial<Record<StoryParty["kind"], readonly [number, string]>>> = {
  government: [2, "Government (General)"],
  police: [3, "Police"],
  "state-forces": [4, "Military"],
  "external-forces": [4, "Military"],
  court: [2, "Government (General)"],
  "international-organisation": [7, "Government (Diplomatic)"],
  monitor: [12, "NGO"],
  media: [10, "Journalists & Media"],
  civilians: [14, "Private Citizens & Property"],
  person: [14, "Private Citizens & Property"],
  witness: [14, "Private Citizens & Property"],
  protesters: [14, "Private Citizens & Property"],
  rioters: [14, "Private Citizens & Property"],
  "armed-group": [17, "Terrorists/Non-State Militia"],
  "political-militia": [22, "Violent Political Party"],
  "communal-militia": [17, "Terrorists/Non-State Militia"],
};

/** GTD's twelve regions, numbered as in its codebook. */
const REGIONS = [
  "North America", "Central America & Caribbean", "South America", "East Asia", "Southeast Asia", "South Asia", "Central Asia",
  "Western Europe", "Eastern Europe", "Middle East & North Africa", "Sub-Saharan Africa", "Australasia & Oceania",
]; // biome-ignore format: in their order

/** 1 a town, 3 the centre of a district, 4 of a province, 5 unknown or only a country. */
function specificity(place: Story["dossier"]["place"]): number {
  if (!place || place.latitude === null) return 5;
  return place.precision <= 2 ? 1 : place.precision === 3 ? 3 : place.precision === 4 ? 4 : 5;
}

/** Weapon as far as the kind of attack tells it. */
function weapon(type: string, attack: string, suicide: number): readonly [number, string] {
  if (suicide || attack === "Bombing/Explosion") return [6, "Explosives"];
  if (type.endsWith("/arson")) return [8, "Incendiary"];
  return attack === "Armed Assault" ? [5, "Firearms"] : [13, "Unknown"];
}

const NON_STATE = new Set(["armed-group", "political-militia", "communal-militia", "person", "unknown", "rioters"]);

/** GTD lists attacks by non-state actors only: events of other types or doers have no row. */
export function inScope(story: Story, { codes }: ExportInput): boolean {
  const attack = codes.types.get(story.dossier.type)?.gtd;
  return (
    Boolean(attack) && happened(story) && (story.agents.length === 0 || story.agents.some((a) => NON_STATE.has(a.kind)))
  );
}

export const gtd: Format = {
  name: "gtd",
  title: "GTD, main columns; attacks by non-state actors",
  mediaType: "text/csv",
  extension: "csv",
  rule: "gtd-majority",
  write: (input) => {
    const rows = numbered(input.stories.filter((story) => inScope(story, input)).map((story) => rowOf(story, input)));
    return { files: [{ name: "gtd.csv", text: csv(GTD_COLUMNS, rows) }], rows: rows.length };
  },
};

/** Ids are a day and four digits: where two rows of a day fall on the same digits, the later one takes the next that are free. */
function numbered<R extends { readonly eventid: string }>(rows: readonly R[]): R[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    let { eventid } = row;
    while (taken.has(eventid))
      eventid = eventid.slice(0, 8) + String((Number(eventid.slice(8)) + 1) % 10_000).padStart(4, "0");
    taken.add(eventid);
    return { ...row, eventid };
  });
}

function rowOf(story: Story, { codes, rule, redact }: ExportInput) {
  const { dossier } = story;
  const { place, time } = dossier;
  const country = place?.country ? codes.countries.get(place.country) : undefined;
  const day = days(story);
  const [year, month, date] = (day?.start ?? "0-0-0").split("-").map(Number);
  const coded = codes.types.get(dossier.type)?.gtd ?? "Unknown";
  const attack = Object.keys(ATTACK_TYPES).find((name) => coded.startsWith(name)) ?? "Unknown";
  const suicide = story.claims.some((c) => c.type.endsWith("/suicide")) ? 1 : 0;
  const groups = story.agents.filter((a) => NON_STATE.has(a.kind)).slice(0, 3);
  const claims = (party: StoryParty | undefined) =>
    party && story.claims.some((c) => c.act === "claim-responsibility" && owns(story, c.origin, party)) ? 1 : 0;
  const suspected = (party: StoryParty | undefined) =>
    party &&
    !claims(party) &&
    party.saidBy.length > 0 &&
    story.claims
      .filter((c) => party.saidBy.includes(c.origin))
      .every((c) => c.act === "suspect" || c.certainty !== "certain")
      ? 1
      : 0;
  const claimants = new Set(story.claims.filter((c) => c.act === "claim-responsibility").map((c) => c.origin));
  const victim = story.targets[0];
  const [targetCode, targetText] = (victim && TARGETS[victim.kind]) ?? [20, "Unknown"];
  const killed = rule.pick(totals(story.figures, "killed"));
  const attackers = rule.pick(totals(story.figures, "killed", (f) => f.role === "agent"));
  const wounded = rule.pick(totals(story.figures, "wounded"));
  const hurtAttackers = rule.pick(totals(story.figures, "wounded", (f) => f.role === "agent"));
  const captured = rule.pick(totals(story.figures, "captured"));
  const words = (text: string) => redact.words(text);
  const imonth = time && time.precision !== "year" ? month : 0;
  const iday = time && (time.precision === "day" || time.precision === "hour") ? date : 0;
  const [weaponCode, weaponText] = weapon(dossier.type, attack, suicide);
  const twoDigits = (n: number | undefined) => String(n ?? 0).padStart(2, "0");
  const hostages = (captured && captured.best > 0) || attack.startsWith("Hostage");
  const names = groups.map((g) => words(g.name));
  return {
    eventid: `${String(year || 0).padStart(4, "0")}${twoDigits(imonth)}${twoDigits(iday)}${String(numericId(dossier.id) % 10_000).padStart(4, "0")}`,
    iyear: year || "",
    imonth,
    iday,
    approxdate: day && day.start !== day.end ? `${day.start} to ${day.end}` : "",
    country: "",
    country_txt: country?.name ?? "",
    region: country && country.gtdRegion !== "" ? REGIONS.indexOf(country.gtdRegion) + 1 : "",
    region_txt: country?.gtdRegion ?? "",
    provstate: place?.admin1 ?? "",
    city: place && place.precision <= 3 ? place.name : "Unknown",
    latitude: place?.latitude ?? "",
    longitude: place?.longitude ?? "",
    specificity: specificity(place),
    vicinity: place?.precision === 2 ? 1 : 0,
    summary: words(`${dossier.title}. ${whoSaidWhat(story)}`),
    doubtterr: -9,
    success: story.stage === "accomplished" ? 1 : 0,
    suicide,
    attacktype1: ATTACK_TYPES[attack],
    attacktype1_txt: attack,
    targtype1: targetCode,
    targtype1_txt: targetText,
    corp1: victim && victim.kind !== "civilians" ? words(victim.name) : "",
    target1: victim ? words(victim.name) : "Unknown",
    natlty1: victim?.country ? (codes.countries.get(victim.country)?.name ?? "") : "",
    gname: names[0] ?? "Unknown",
    gname2: names[1] ?? "",
    gname3: names[2] ?? "",
    guncertain1: groups[0] ? suspected(groups[0]) : "",
    guncertain2: groups[1] ? suspected(groups[1]) : "",
    guncertain3: groups[2] ? suspected(groups[2]) : "",
    individual: groups[0]?.kind === "person" ? 1 : 0,
    nperps: -99,
    nperpcap: -99,
    claimed: claims(groups[0]),
    claimmode: claims(groups[0]) ? 10 : "",
    claimmode_txt: claims(groups[0]) ? "Unknown" : "",
    claim2: groups[1] ? claims(groups[1]) : "",
    claim3: groups[2] ? claims(groups[2]) : "",
    compclaim: claimants.size > 1 ? 1 : 0,
    weaptype1: weaponCode,
    weaptype1_txt: weaponText,
    weapdetail: story.instruments.join("; "),
    nkill: killed?.best ?? "",
    nkillus: "",
    nkillter: attackers?.best ?? "",
    nwound: wounded?.best ?? "",
    nwoundus: "",
    nwoundte: hurtAttackers?.best ?? "",
    property: -9,
    ishostkid: hostages ? 1 : 0,
    nhostkid: captured?.best ?? (hostages ? -99 : ""),
    addnotes: words(
      `Numbers by rule ${rule.id}${killed ? `: ${killed.from.join(", ")} (${killed.low} to ${killed.high} over all origins)` : ""}. ${origins(dossier.independent)}.`,
    ),
    scite1: citation(story, 0),
    scite2: citation(story, 1),
    scite3: citation(story, 2),
    dbsource: "Hearsay",
  };

  function citation(of: Story, i: number): string {
    const report = of.reports[i];
    return report
      ? words(
          [report.title ? `"${report.title}"` : null, report.outlet, report.published?.slice(0, 10), report.url]
            .filter((x) => x)
            .join(", "),
        )
      : "";
  }
}

const owns = (story: Story, origin: string, party: StoryParty): boolean => {
  const one = story.dossier.origins.find((o) => o.key === origin);
  return (
    one !== undefined &&
    (one.actor === party.name || one.aliases.includes(party.name) || (one.entry !== null && one.entry === party.entry))
  );
};
