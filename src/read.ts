import type { Document } from "./core/document.ts";
import type { Notice } from "./core/finding.ts";
import type { Gazetteer } from "./core/gazetteer.ts";
import type { Language } from "./core/language.ts";
import type { Reading } from "./core/layers.ts";
import type { Ledger } from "./core/ledger.ts";
import { inOrder } from "./core/span.ts";
import type { LexiconData } from "./lexicon/index.ts";
import { readMentions } from "./stages/3-mentions/index.ts";
import { readAttributions } from "./stages/4-attribution/index.ts";
import { readEvents } from "./stages/5-events/index.ts";
import { readClaims } from "./stages/6-claims/index.ts";
import { writeNeutral } from "./stages/7-neutral/index.ts";

/** What the engine knows: loaded once, shared by all reports, never changed. */
export interface Knowledge {
  readonly version: string;
  readonly lexicon: LexiconData;
  readonly language: Language;
  readonly gazetteer: Gazetteer;
}

/** A report read: the ledger, and the layers below it that `explain` and `whyNot` look into. */
export interface ReadResult {
  readonly ledger: Ledger;
  readonly reading: Reading;
}

/** The pipeline, stages 2 to 7 in order. Pure: same document and knowledge, same result. */
export async function readDocumentWith(document: Document, knowledge: Knowledge): Promise<ReadResult> {
  const { lexicon, language, gazetteer } = knowledge;
  const syntax = language.parse(document);
  const mentions = readMentions(syntax, lexicon, gazetteer, language);
  const attributions = readAttributions(syntax, mentions, lexicon);
  const events = readEvents(syntax, mentions, attributions, lexicon);
  const claims = readClaims(syntax, mentions, attributions, events);

  // An event that nobody claims, denies or threatens is none.
  const claimed = new Set(claims.claims.map((claim) => claim.event));
  const { text, title, outlet, url, published } = document;
  const layers = [document, mentions, attributions, events, claims];
  const ledger: Ledger = {
    schema: "hearsay/ledger@1",
    engine: { version: knowledge.version, lexicon: lexicon.hash },
    report: { id: `sha256:${await sha256(text)}`, title, outlet, url, published, language: document.language, text },
    actors: mentions.actors,
    places: mentions.places,
    events: events.events.filter((event) => claimed.has(event.id)),
    claims: writeNeutral(syntax, claims.claims, mentions, attributions, events, language),
    loaded: mentions.loaded,
    notices: layers.flatMap((layer): readonly Notice[] => layer.notices).sort(byPlace),
  };
  const refusals = [mentions, attributions, events, claims].flatMap((layer) => layer.refusals);
  return { ledger, reading: { syntax, mentions, attributions, events, claims: claims.claims, refusals } };
}

const byPlace = (a: Notice, b: Notice): number =>
  inOrder(a.span ?? [0, 0], b.span ?? [0, 0]) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
