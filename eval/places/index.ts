/**
 * Place names: found and put within 161 km (100 miles) of where they are, the usual measure for geoparsing.
 * `npm run eval -- places [--data FILE.jsonl] [--json] [--part seen|kept] [--misses]`; lines of FILE are
 * `{ id, text, toponyms: [{ start, end, name, lat, lon }] }`.
 *
 * recognised_f     F1 of the spans (overlap with the same words but for kind nouns: "Goma" = "Goma city")
 * resolved_161km   share of the recognised ones within 161 km
 * f161             F1 where a span counts only if it is also within 161 km
 */
import { readFileSync } from "node:fs";
import type { Document } from "../../src/core/document.ts";
import type { Span } from "../../src/core/span.ts";
import { loadGazetteer, loadLanguage, loadLexicon } from "../../src/resources.ts";
import { distance } from "../../src/stages/3-mentions/places/sphere.ts";
import { readPlaces } from "../../src/stages/3-mentions/places.ts";
import { type EvalArgs, lastLine, option } from "../args.ts";

const DATA = "../shared/data/geo/geovirus-dev.jsonl";
const NEAR = 161; // km

interface Report {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly {
    readonly start: number;
    readonly end: number;
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
  }[];
}

export async function run(args: EvalArgs): Promise<void> {
  const file = args.data ?? DATA;
  const part = option(args, "part");
  const [language, lexicon, gazetteer] = await Promise.all([loadLanguage(), loadLexicon(), loadGazetteer()]);
  const reports = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Report)
    // Every third report is kept aside for choosing: rules are written from the others.
    .filter((_, i) => part === null || (part === "kept") === (i % 3 === 2));
  let gold = 0;
  let read = 0;
  let recognised = 0;
  let resolved = 0;
  const misses: string[] = [];
  for (const report of reports) {
    const { places, placeMentions } = readPlaces(language.parse(documentOf(report.text)), gazetteer, lexicon, []);
    const said = placeMentions.filter((mention) => mention.value.use !== "part");
    const taken = new Set<number>();
    gold += report.toponyms.length;
    read += said.length;
    for (const toponym of report.toponyms) {
      const i = said.findIndex((mention, i) => !taken.has(i) && sameName(mention.span, [toponym.start, toponym.end]));
      if (i < 0) {
        misses.push(`${report.id} not found: ${toponym.name} … ${around(report.text, [toponym.start, toponym.end])}`);
        continue;
      }
      taken.add(i);
      recognised++;
      const place = places.find((place) => place.id === said[i]!.value.place)!;
      const at = place.latitude === null ? null : { latitude: place.latitude, longitude: place.longitude! };
      const km =
        at === null ? Number.POSITIVE_INFINITY : distance(at, { latitude: toponym.lat, longitude: toponym.lon });
      if (km <= NEAR) resolved++;
      else
        misses.push(
          `${report.id} ${Math.round(km)} km: ${toponym.name} -> ${place.entry} ${place.name}, ${place.admin1}, ${place.country}`,
        );
    }
    said.forEach((mention, i) => {
      if (!taken.has(i)) misses.push(`${report.id} no place: ${around(report.text, mention.span)}`);
    });
  }
  const f = (right: number) => (read + gold === 0 ? 0 : (200 * right) / (read + gold));
  const figures = {
    recognised_f: f(recognised),
    resolved_161km: recognised === 0 ? 0 : (100 * resolved) / recognised,
    f161: f(resolved),
  };
  if (args.rest.includes("--misses")) for (const miss of misses) console.log(miss);
  if (args.json) console.log(JSON.stringify(figures));
  console.log(lastLine("places", figures));
}

/** The same stretch, give or take a word of its kind ("Goma" and "Goma city"). */
function sameName(a: Span, b: Span): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0 && shared >= 0.5 * Math.max(a[1] - a[0], b[1] - b[0]);
}

const around = (text: string, [start, end]: Span): string =>
  `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replace(
    /\s+/g,
    " ",
  );

function documentOf(text: string): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    span: [line.index, line.index + line[0].length] as const,
    kind: "paragraph" as const,
  }));
  return {
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: "en",
    encoding: "utf-8",
    blocks,
    sourceMap: [],
    notices: [],
  };
}
