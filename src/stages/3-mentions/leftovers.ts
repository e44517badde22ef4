import { surfaceSubject } from "../../core/arguments.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, meet } from "./beings.ts";
import { wordsOf } from "./phrases.ts";
import { blank, type Scene, say } from "./scene.ts";
import { isCited, says, speaks } from "./speaking.ts";

/** Who is meant where no unit stands: "one of the gunmen", and speakers that neither the lexicon nor the tagger knows. */
export function resolveLeftovers(scene: Scene): void {
  const { s } = scene;
  const { partitive, of } = scene.index.small;
  const said = new Set(scene.said.map(({ head }) => head));
  for (let t = 0; t < s.length; t++) {
    if (scene.unitOf[t]! >= 0 && (scene.resolved.get(scene.unitOf[t]!) ?? null) !== null) continue;
    const part = partitive?.has(s.lower[t]!) || upos(s, t) === "NUM" ? wholeOf(scene, t, of) : -1;
    if (part < 0 && isCrowd(scene, t)) sayCrowd(scene, t);
    else if (part >= 0) sayPart(scene, t, part);
    else if (!said.has(t) && (isSpeaker(scene, t) || isPassedOn(scene, t))) sayUnknown(scene, t);
  }
}

/** The unit after "of" that a part belongs to; -1 where there is none. */
function wholeOf(scene: Scene, t: number, of: ReadonlySet<string> | undefined): number {
  const { s } = scene;
  if (/^(?:det|nummod|case|advmod|compound)/.test(s.deprel[t]!)) return -1;
  for (let c = s.firstChild[t]!; c >= 0; c = s.nextSibling[c]!) {
    if (c < t || relation(s, c) !== "nmod" || s.left[c] !== t + 1 || !of?.has(s.lower[t + 1]!)) continue;
    return scene.unitOf[c]!;
  }
  return -1;
}

function sayPart(scene: Scene, t: number, u: number): void {
  const whole = scene.resolved.get(u) ?? null;
  if (whole === null) return;
  const { s } = scene;
  const last = scene.phrases.get(u)?.core ?? scene.units[u]!.last;
  const words = s.text
    .slice(s.start[t]!, s.end[last]!)
    .replace(/\s+/g, " ")
    .replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());
  const one = speaks(s, t) && whole.number !== "one";
  const being: Being = one
    ? meet(scene.company, `one:${t}`, () =>
        blank(words, {
          kind: whole.kind,
          number: "one",
          memberOf: whole.number === "body" ? whole : null,
          country: whole.country,
        }),
      )
    : whole;
  say(scene, being, { first: t, last, head: t, form: "description", rule: "actors/part-of-several" });
}

/** "*Thousands* marched in Kura", "*hundreds* gathered": those who did are told by nothing but their number. */
function isCrowd({ s, index }: Scene, t: number): boolean {
  const verb = s.head[t]!;
  if (s.deprel[t] !== "nsubj" || verb < 0 || !index.rallying.has(s.lemma[verb]!)) return false;
  return index.small.crowds!.has(s.lower[t]!) && child(s, t, "nmod") < 0;
}

function sayCrowd(scene: Scene, t: number): void {
  const { s } = scene;
  const being = meet(scene.company, `crowd:${s.lower[t]}`, () =>
    blank(s.lower[t]!, { kind: "protesters", number: "many" }),
  );
  say(scene, being, { first: t, last: t, head: t, form: "description", rule: "actors/crowd" });
}

/** A subject of saying with nobody in it yet: "a ghillie remembered", "a 19-year-old told a doctor". */
function isSpeaker(scene: Scene, t: number): boolean {
  const { s, index } = scene;
  const tag = upos(s, t);
  const noun = tag === "PROPN" || tag === "NOUN" || (tag === "ADJ" && s.firstChild[t]! >= 0 && s.firstChild[t]! < t);
  if (!noun || (index.speaking.documents.has(s.lemma[t]!) && !isNewDocument(scene, t))) return false;
  return (
    speaks(s, t) || says(s, t, index.speaking.verbs) || (isCited(s, t, index.speaking.phrases) && !isPlain(scene, t))
  );
}

/** "according to *plan*": nothing before it and one of it. */
const isPlain = ({ s }: Scene, t: number): boolean =>
  s.xpos[t] === "NN" && children(s, t).every((c) => relation(s, c) === "case" || relation(s, c) === "punct");

/** "A leaflet", "a rebel statement": told of for the first time, and by nobody named; "the statement" is somebody's. */
function isNewDocument(scene: Scene, t: number): boolean {
  const { s } = scene;
  const first = s.firstChild[t]!;
  return first >= 0 && s.deprel[first] === "det" && Boolean(scene.index.small.indefinite?.has(s.lower[first]!));
}

/** "The UN voiced alarm over *reports* that …": an account that nobody owns, passed on by somebody who is named. */
function isPassedOn(scene: Scene, t: number): boolean {
  const { s } = scene;
  if (upos(s, t) !== "NOUN" || !scene.index.speaking.accounts.has(s.lemma[t]!)) return false;
  if (child(s, t, "nmod:poss") >= 0 || child(s, t, "compound") >= 0 || child(s, t, "nmod") >= 0) return false;
  const told = children(s, t).some((c) => relation(s, c) === "acl" && child(s, c, "mark") > t);
  // "said in a statement that …": the speaker's own
  if (s.xpos[t] !== "NNS" && scene.index.speaking.documents.has(s.lemma[t]!)) return false;
  // "stations carried a rumour that …": theirs
  if (relation(s, t) === "obj") return false;
  let top = t;
  while (["nmod", "obl", "obj"].includes(relation(s, top)) && upos(s, s.head[top]!) !== "VERB") top = s.head[top]!;
  const verb = s.head[top]!;
  if (!told || verb < 0 || upos(s, verb) !== "VERB" || !["obl", "obj"].includes(relation(s, top))) return false;
  const subject = surfaceSubject(s, verb);
  const u = subject < 0 ? -1 : scene.unitOf[subject]!;
  return u >= 0 && (scene.resolved.get(u) ?? null) !== null;
}

function sayUnknown(scene: Scene, t: number): void {
  const { s } = scene;
  let first = t;
  let last = t;
  for (let c = s.firstChild[t]!; c >= 0; c = s.nextSibling[c]!) {
    if (c < t && s.right[c] === first - 1 && /^(?:compound|amod|nmod:desc|nmod:poss|flat)/.test(s.deprel[c]!))
      first = s.left[c]!;
    if (c > t && s.left[c] === last + 1 && /^(?:flat|fixed|compound)/.test(s.deprel[c]!)) last = s.right[c]!;
  }
  for (
    let c = t - 1;
    c >= s.sentenceStart[s.sentence[t]!]! && s.head[c] === t && /^(?:compound|amod|flat)/.test(s.deprel[c]!);
    c--
  )
    first = Math.min(first, c);
  const name = wordsOf(s, first, last);
  const proper = upos(s, t) === "PROPN";
  const being = meet(scene.company, `${proper ? "name" : "described"}:${foldName(name).join(" ")}`, () =>
    blank(name, { named: proper }),
  );
  being.nouns.add(s.lemma[t]!.toLowerCase());
  say(scene, being, {
    first: first > 0 && s.deprel[first - 1] === "det" && s.head[first - 1] === t ? first - 1 : first,
    last,
    head: t,
    form: proper ? "name" : "description",
    rule: "actors/unknown-speaker",
    shorter: [[first, last]],
  });
}
