/**
 * Claimbank's gold as ledgers: what a perfect reader would hand on. For building and measuring what comes after reading (dossiers,
 * exports) apart from the reader. Only what the gold says is in them: no registry ids, no bodies but those named as `source_alt`.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ACTOR_KINDS,
  type Actor,
  type ActorKind,
  type Claim,
  type Event,
  type Ledger,
  type Place,
} from "../../src/core/ledger.ts";
import type { Span } from "../../src/core/span.ts";
import { loadDossiers } from "../dossiers/gold.ts";
import { type GoldReport, loadGold } from "./gold.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The article of a claimbank report, without front matter, menus and tags: the text that gold strings stand in. */
export function readBody(path: string): string {
  const raw = readFileSync(path, "utf8");
  if (!path.endsWith(".html")) return raw.replace(/^---\n[\s\S]*?\n---\n+/, "");
  const article = /<article>([\s\S]*?)<\/article>/.exec(raw)?.[1] ?? raw;
  return [...article.matchAll(/<p>([\s\S]*?)<\/p>/g)]
    .map((p) => plain(p[1]!.replace(/<[^>]+>/g, "")).trim())
    .join("\n\n");
}

const plain = (html: string): string =>
  html.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith("#"))
      return String.fromCodePoint(Number(name[1] === "x" ? `0${name.slice(1)}` : name.slice(1)));
    return ENTITIES[name] ?? whole;
  });

/** Where `words` stand in `text`, white space being all one; null where they do not. */
function find(text: string, words: string, within: Span | null = null): Span | null {
  const pattern = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  if (pattern === "") return null;
  const search = (from: number, to: number): Span | null => {
    const match = new RegExp(pattern, "u").exec(text.slice(from, to));
    return match ? [from + match.index, from + match.index + match[0].length] : null;
  };
  return (within && search(within[0], within[1])) ?? search(0, text.length);
}

/** Personal names and offices, for a gold that does not say the kind of every actor: what claims say of their sources, else of sides. */
function kindOf(gold: GoldReport, name: string): ActorKind {
  if (name === gold.report.outlet) return "media";
  const said = gold.claims.find((claim) => claim.source === name)?.source_kind;
  if (said && (ACTOR_KINDS as readonly string[]).includes(said)) return said as ActorKind;
  return /^(people|civilians?|residents?|villagers?|passengers|worshippers|children|women|migrants)$/i.test(name)
    ? "civilians"
    : "unknown";
}

/** Spokesman, office or organ -> the body it speaks for, as the gold's dossiers have it: what a perfect reader knows from its registry. */
function bodies(folder: string): ReadonlyMap<string, string> {
  const known = bodiesByFolder.get(folder);
  if (known) return known;
  const found = new Map<string, string>();
  for (const { versions } of loadDossiers(folder)) {
    for (const { source, versions: told } of versions) {
      for (const { said_by } of told) if (said_by !== source) found.set(said_by, source);
    }
  }
  bodiesByFolder.set(folder, found);
  return found;
}
const bodiesByFolder = new Map<string, ReadonlyMap<string, string>>();

export function goldLedger(folder: string, gold: GoldReport): Ledger {
  const text = readBody(join(folder, gold.file));
  const actors: Actor[] = [];
  const ids = new Map<string, string>();
  const bodyOf = (name: string): string | null => {
    const body = bodies(folder).get(name);
    return body === undefined ? null : actor(body);
  };
  const actor = (name: string, memberOf: string | null = null): string => {
    const known = ids.get(name);
    if (known) return known;
    const id = `a${ids.size}`;
    ids.set(name, id);
    const at = actors.length;
    actors.length = at + 1; // its body, if new, comes after it
    const mentions = (gold.aliases[name] ?? [])
      .map((form) => find(text, form))
      .filter((span): span is Span => span !== null);
    const said = kindOf(gold, name);
    const body = memberOf ?? bodyOf(name);
    // The gold gives a spokesman the kind of his body; a ledger calls him a person.
    const kind = body !== null && said !== "media" ? "person" : said;
    actors[at] = {
      id,
      name,
      entry: null,
      kind,
      country: null,
      memberOf: body,
      mentions,
      epithets: [],
    };
    return id;
  };
  actor(gold.report.outlet);
  // A party's own outlet speaks for the party; the gold names the party as the alternative source.
  for (const claim of gold.claims) {
    if (claim.via.length === 0 && claim.source_alt?.[0] && !ids.has(claim.source))
      actor(claim.source, actor(claim.source_alt[0]));
    if (claim.via.length === 0 && claim.source_alt?.[0] && claim.source === gold.report.outlet) {
      const body = actor(claim.source_alt[0]);
      if (body !== "a0") actors[0] = { ...actors[0]!, memberOf: body };
    }
  }

  const places: Place[] = [];
  const placeIds = new Map<string, string>();
  const place = (gold: GoldReport["events"][number]["place"]): string | null => {
    if (!gold) return null;
    const known = placeIds.get(gold.name);
    if (known) return known;
    const id = `p${places.length + 1}`;
    placeIds.set(gold.name, id);
    const span = [gold.name, ...(gold.also ?? [])].map((name) => find(text, name)).find((s) => s !== null);
    places.push({
      id,
      name: gold.name,
      entry: null,
      country: gold.country,
      admin1: null,
      latitude: gold.lat,
      longitude: gold.lon,
      precision: 1,
      mentions: span ? [span] : [],
    });
    return id;
  };

  const evidence = new Map(gold.claims.map((claim) => [claim, find(text, claim.evidence)]));
  const events = gold.events.map((event): Event => {
    const inClaim = gold.claims
      .filter((claim) => claim.event === event.id && claim.evidence.includes(event.trigger))
      .map((claim) => find(text, event.trigger, evidence.get(claim)))
      .find((span) => span !== null);
    return {
      id: event.id,
      type: event.type,
      trigger: inClaim ?? find(text, event.trigger) ?? [0, 0],
      agent: event.agent.map((name) => actor(name)),
      target: event.target.map((name) => actor(name)),
      objects: [],
      instrument: null,
      place: place(event.place),
      time: event.date
        ? {
            start: event.date.start,
            end: event.date.end,
            precision: event.date.precision as "day",
            basis: "stated",
            evidence: [],
          }
        : null,
      stage: event.stage,
    };
  });
  const claims = gold.claims.map((claim, i): Claim => {
    const content = evidence.get(claim) ?? ([0, 0] as const);
    return {
      id: `c${i + 1}`,
      event: claim.event,
      source: actor(claim.source),
      via: claim.via.map((name) => actor(name)),
      act: claim.act,
      polarity: claim.polarity,
      certainty: claim.certainty,
      modality: claim.modality,
      counts: claim.counts.map((count) => ({
        harm: count.harm,
        who: actor(count.who),
        whoText: count.who,
        low: count.low,
        high: count.high,
        bound: count.bound as "exact",
        span: find(text, count.text, content) ?? content,
      })),
      neutral: `${claim.source}: ${claim.evidence}`,
      evidence: [{ span: content, role: "content", rule: "gold" }],
    };
  });
  const loaded = gold.loaded
    .map((words) => find(text, words))
    .filter((span): span is Span => span !== null)
    .map((span) => ({ span, kind: "label" as const, neutral: null }));
  return {
    schema: "hearsay/ledger@1",
    engine: { version: "gold", lexicon: "gold" },
    report: {
      id: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      title: gold.report.title,
      outlet: gold.report.outlet,
      url: gold.report.url,
      published: gold.report.published,
      language: "en",
      text,
    },
    actors,
    places,
    events,
    claims,
    loaded,
    notices: [],
  };
}

/** All reports of a claimbank folder as gold ledgers, in file order. */
export const goldLedgers = (folder: string): { gold: GoldReport; ledger: Ledger }[] =>
  loadGold(folder).map((gold) => ({ gold, ledger: goldLedger(folder, gold) }));
