import type { Filler } from "../../core/layers.ts";
import type { EventType, Place, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, upos } from "../../core/tree.ts";
import type { Draft } from "./merge.ts";

/** What speaks for or against two mentions telling of one event. Names of features are keys of the weights in lexicon/en/merge.tsv. */
export function pairFeatures(
  s: Syntax,
  a: Draft,
  b: Draft,
  places: ReadonlyMap<string, Place>,
  first: boolean,
): string[] {
  const [x, y] = [a.trigger.head, b.trigger.head];
  const kin = kinship(a, b);
  // each side has its own doer: a rival account is no other event
  const rival = a.voice !== b.voice && (a.denied || b.denied || a.voice !== null || b.voice !== null);
  const who = parties(a.agent, b.agent);
  const agent = who === "differ" && rival ? "rival" : who;
  const target = parties(a.target, b.target);
  const time = times(a, b);
  const place = wheres(a, b, places);
  const form = formOf(s, b);
  const apart = s.sentence[y]! - s.sentence[x]!;
  const near =
    apart === 0
      ? "sentence"
      : s.block[s.sentence[x]!] === s.block[s.sentence[y]!]
        ? "paragraph"
        : apart < 5
          ? "next"
          : "far";
  const against = [agent, target, time, place].filter((v) => v.startsWith("differ") || v === "abroad").length;
  const agreeing = [agent, target, time, place].filter((v) => v === "same").length;
  const verdict = against > agreeing ? "against" : agreeing > against ? "for" : against > 0 ? "mixed" : "open";
  const main = first ? "main" : "side";
  const stage =
    (a.stage === "threatened") !== (b.stage === "threatened") ? "differs" : a.stage === "threatened" ? "ahead" : "done";
  const found = [
    "bias",
    `type:${kin}`,
    `agent:${agent}`,
    `target:${target}`,
    `time:${time}`,
    `place:${place}`,
    `form:${form}`,
    `near:${near}`,
    `stage:${stage}`,
    `${kin}:${main}:${verdict}`,
    `${kin}:${form}`,
    `${kin}:${near}`,
    `${form}:${near}`,
    `${main}:${near}`,
    `${stage}:${kin}`,
    `${verdict}:${near}`,
  ];
  if (apart === 0) found.push(`told:${told(s, x, y)}`, `told:${told(s, x, y)}:${kin}`);
  if (s.lemma[x] === s.lemma[y]) found.push("word:same", `word:same:${verdict}`);
  if (b.fresh) found.push("fresh");
  const thing = things(s, a, b);
  found.push(`thing:${thing}`, `thing:${thing}:${kin}`);
  if (b.definite) found.push(`known:${s.lemma[x] === s.lemma[y] ? "word" : "other"}`);
  if (a.denied || b.denied) found.push("denied", `denied:${near}`);
  if (b.apart.removed) found.push("removed", `removed:${near}`, `removed:${form}`, `removed:${kin}`);
  if (a.trigger.row === null) found.push("harm:earlier");
  const own = details(b);
  found.push(`own:${own}`, `own:${own}:${main}`, `own:${own}:${form}`, `own:${own}:${kin}`);
  const branch = (type: EventType): string => type.split("/")[0]!;
  if (branch(a.type) === branch(b.type)) found.push(`both:${branch(a.type)}`);
  return found;
}

/** How the later mention is put: "the attack" known, "an attack" noun, "killed" harm, "attacked" verb. */
function formOf(s: Syntax, draft: Draft): string {
  if (draft.fresh) return "fresh";
  if (draft.definite) return "known";
  if (draft.trigger.row === null) return "harm";
  return upos(s, draft.trigger.head) === "NOUN" ? "noun" : "verb";
}

const CLOSE: ReadonlySet<string> = new Set([
  "violence/abduction violence/hostage-taking",
  "violence/armed-attack violence/massacre",
  "violence/armed-attack violence/assassination",
  "violence/armed-attack violence/armed-clash",
  "violence/assassination violence/bombing",
  "force/release force/rescue",
  "force/raid violence/armed-attack",
  "force/raid violence/air-strike",
  "protest/demonstration protest/strike",
  "protest/demonstration protest/riot",
]);

/** How well the types of two mentions go together. */
function kinship(a: Draft, b: Draft): string {
  if (a.type === b.type) return a.trigger.vague && b.trigger.vague ? "same-vague" : "same";
  if (a.type.startsWith(`${b.type}/`) || b.type.startsWith(`${a.type}/`)) return "nested";
  const violent = a.type.startsWith("violence/") && b.type.startsWith("violence/");
  if (CLOSE.has([a.type, b.type].sort().join(" "))) return "close";
  if (violent && a.trigger.vague && b.trigger.vague) return "both-vague";
  if (violent && (a.trigger.vague || b.trigger.vague)) return "one-vague";
  return violent ? "violent" : "other";
}

function parties(a: readonly Filler[], b: readonly Filler[]): string {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? "none" : "one";
  return a.some((x) => b.some((y) => x.ref === y.ref)) ? "same" : "differ";
}

/** How much a mention tells of its own: who, whom, where, when. A bare "was killed" speaks of something known. */
export const details = ({ agent, target, place, time }: Draft): number =>
  (agent.length > 0 ? 1 : 0) +
  (target.length > 0 ? 1 : 0) +
  (place && place.near !== "sentence" ? 1 : 0) +
  (time && time.near !== "sentence" ? 1 : 0);

/** Whether the same thing is hit: "shells struck the market", "fired at the market". */
function things(s: Syntax, a: Draft, b: Draft): string {
  const names = (d: Draft): string[] =>
    d.objects.map(({ span }) =>
      s.text
        .slice(...span)
        .split(/\s+/)
        .at(-1)!
        .toLowerCase(),
    );
  const [mine, his] = [names(a), names(b)];
  if (mine.length === 0 || his.length === 0) return mine.length === his.length ? "none" : "one";
  return mine.some((name) => his.includes(name)) ? "same" : "differ";
}

const day = (iso: string): string => iso.slice(0, 10);
const disjoint = (a: Time, b: Time): boolean => day(a.end) < day(b.start) || day(b.end) < day(a.start);

function times(a: Draft, b: Draft): string {
  if (!a.time || !b.time) return a.time || b.time ? "one" : "none";
  const loose = a.time.near === "sentence" || b.time.near === "sentence" ? "-loose" : "";
  return (disjoint(a.time.value, b.time.value) ? "differ" : "same") + loose;
}

/** Same place, one inside or beside the other, or elsewhere. */
function wheres(a: Draft, b: Draft, places: ReadonlyMap<string, Place>): string {
  if (!a.place || !b.place) return a.place || b.place ? "one" : "none";
  const loose = a.place.near === "sentence" || b.place.near === "sentence" ? "-loose" : "";
  const [p, q] = [places.get(a.place.value.ref), places.get(b.place.value.ref)];
  if (!p || !q || p.id === q.id || p.name === q.name) return `same${loose}`;
  if (p.country && q.country && p.country !== q.country) return `abroad${loose}`;
  if (p.precision >= 4 || q.precision >= 4) return `around${loose}`;
  if (p.latitude === null || q.latitude === null || p.longitude === null || q.longitude === null)
    return `unknown${loose}`;
  return (Math.hypot(p.latitude - q.latitude, p.longitude - q.longitude) < 0.4 ? "beside" : "differ") + loose;
}

const RESULT = new Set(["advcl", "acl", "xcomp", "obl", "nmod", "nsubj", "obj", "conj"]);

/** How one sentence joins two mentions: "a blast killed nine", "opened fire, killing nine", "attacked and burned", or hardly. */
function told(s: Syntax, x: number, y: number): string {
  const [top, low] = isBelow(s, y, x) ? [x, y] : isBelow(s, x, y) ? [y, x] : [-1, -1];
  if (top < 0) return "apart";
  let joined = false;
  for (let t = low; t !== top; t = s.head[t]!) {
    const rel = relation(s, t);
    if (!RESULT.has(rel)) return "through-clause";
    if (rel === "conj") {
      // "killed two and, on Sunday, police shelled the town": another subject is another matter
      if (children(s, t).some((c) => relation(s, c) === "nsubj")) return "other-subject";
      joined = true;
    }
  }
  return joined ? "joined" : relation(s, low) === "advcl" || relation(s, low) === "acl" ? "clause" : "argument";
}
