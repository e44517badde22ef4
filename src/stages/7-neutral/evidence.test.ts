import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ledger } from "../../core/ledger.ts";
import { overlaps, type Span } from "../../core/span.ts";
import { readInFull } from "../../index.ts";

const CORPUS = new URL("../../../corpus/", import.meta.url);
const reports = ["reports", "story"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, CORPUS))
    .filter((name) => /\.(?:txt|html)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Names, figures and years of a claim's sentence that nothing in the claim's evidence or its event's accounts for. */
function unaccounted({ actors, places, events, claims }: Ledger, at: (id: string) => readonly Span[]): string[] {
  const found: string[] = [];
  for (const claim of claims) {
    const event = events.find(({ id }) => id === claim.event)!;
    const words = claim.evidence.map(({ span }) => span);
    const spoken = new Set([claim.source, ...claim.via, ...claim.counts.flatMap(({ who }) => who ?? [])]);
    let rest = claim.neutral;
    for (const actor of [...actors].sort((a, b) => b.name.length - a.name.length)) {
      if (!rest.includes(actor.name)) continue;
      rest = rest.replaceAll(actor.name, "");
      const inWords = at(actor.id).some((span) => words.some((word) => overlaps(word, span)));
      if (!spoken.has(actor.id) && !inWords) found.push(`${actor.name}: ${claim.neutral}`);
    }
    for (const place of places) if (place.id === event.place) rest = rest.replaceAll(place.name, "");
    const figures = claim.counts.flatMap(({ low, high }) => [low, high]);
    const dates = event.time
      ? [event.time.start, event.time.end]
          .join("-")
          .split(/[^\d]+/)
          .map(Number)
      : [];
    for (const [number] of rest.matchAll(/\d+/g))
      if (![...figures, ...dates].includes(Number(number))) found.push(`${number}: ${claim.neutral}`);
  }
  return found;
}

test.each(reports)("every name and figure of a sentence walks back to evidence: %s", async (path) => {
  const { ledger, reading } = await readInFull(readFileSync(new URL(path, CORPUS)), { name: path });
  const at = (id: string): readonly Span[] => [
    ...(ledger.actors.find((actor) => actor.id === id)?.mentions ?? []),
    ...reading.events.mentions.flatMap(({ value }) =>
      [...value.agent, ...value.target].filter(({ ref }) => ref === id).map(({ span }) => span),
    ),
  ];
  expect(unaccounted(ledger, at)).toEqual([]);
});

/** Places, days and acts of a claim's sentence that no words of the report bear out. */
function unborne({ places, events, claims, notices, report }: Ledger): string[] {
  const found: string[] = [];
  for (const claim of claims) {
    const event = events.find(({ id }) => id === claim.event)!;
    const place = places.find(({ id }) => id === event.place);
    if (place && claim.neutral.includes(place.name) && place.mentions.length === 0)
      found.push(`place: ${claim.neutral}`);
    const told = (code: string) => notices.some((n) => n.code === code && n.message.includes(event.id));
    const dated = event.time !== null && /\b(?:19|20)\d\d\b/.test(claim.neutral);
    if (dated && event.time!.evidence.length === 0 && !told("N-EVENT-02") && !told("N-EVENT-04"))
      found.push(`time: ${claim.neutral}`);
    // whoever confirms, denies, accuses or threatens does it in a word of the report
    const cue = claim.evidence.find(({ role, span }) => role === "cue" && report.text.slice(...span).trim() !== "");
    if (claim.act !== "state" && !cue) found.push(`act ${claim.act}: ${claim.neutral}`);
  }
  return found;
}

test.each(reports)("every place, day and act of a sentence is borne out by words: %s", async (path) => {
  const { ledger } = await readInFull(readFileSync(new URL(path, CORPUS)), { name: path });
  expect(unborne(ledger)).toEqual([]);
});
