import { surfaceSubject } from "../../../core/arguments.ts";
import type { ActorKind } from "../../../core/ledger.ts";
import { child, children, conjuncts, relation, upos } from "../../../core/tree.ts";
import { type Being, mostRecent } from "../beings.ts";
import { described } from "../described.ts";
import type { Scene } from "../scene.ts";
import { isCited, says, speaks } from "../speaking.ts";
import { as, type Case, type Found, isBare } from "./case.ts";
import { fighter } from "./fighters.ts";

type Resolve = (u: number) => Being | null;

/** How many sentences back the words that bring a document in may stand. */
const REACH = 6;

/** "the statement said", "the communique", "the text added": whoever issued it, as the report brought it in. */
export function document(given: Case, resolve: Resolve): Found {
  const { scene, u, head, owner, definite, lemma } = given;
  if (owner.being !== null) return as(owner.being, "actors/words-of-a-body");
  const side = sideBefore(given);
  if (side !== null) return as(side, "actors/words-of-a-side");
  const issuer = releasedBy(scene, head, resolve);
  if (issuer !== null) return as(issuer, "actors/words-of-their-issuer");
  const talks =
    speaks(scene.s, head) ||
    says(scene.s, head, scene.index.speaking.verbs) ||
    isCited(scene.s, head, scene.index.speaking.phrases);
  if (!talks) return null;
  if (definite && isBare(given)) {
    const same = mostRecent(scene.company, head, (b) => b.nouns.has(lemma));
    if (same !== null) return as(same, "reference/same-noun");
    const author = authorOf(scene, head, lemma, resolve);
    if (author !== null) return as(author, "reference/author-of-the-document");
  }
  return as(described(scene, u, { kind: "unknown", number: "body" }), "actors/document-as-worded");
}

/** "A statement *released by the militia*": whoever issued it; an organ, a monitor or a stranger may only have passed it on. */
function releasedBy(scene: Scene, head: number, resolve: Resolve): Being | null {
  const { s } = scene;
  for (const c of children(s, head)) {
    if (relation(s, c) !== "acl" || s.xpos[c] === "VBG") continue;
    const agent = children(s, c).find((d) => s.deprel[d] === "obl:agent");
    const u = agent === undefined ? -1 : scene.unitOf[agent]!;
    const being = u < 0 ? null : resolve(u);
    if (being !== null && being !== scene.outlet && !PASSES_ON.has(being.kind)) return being;
  }
  return null;
}

/** Kinds that hand on what others wrote. */
const PASSES_ON: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "media",
  "monitor",
  "international-organisation",
  "unknown",
]);

/** "a *rebel* statement": the side that the word before it names. */
function sideBefore(given: Case): Being | null {
  const { scene, u, head } = given;
  const v = u - 1;
  const unit = scene.units[v];
  if (!unit || unit.last !== scene.units[u]!.first - 1 || unit.what.is !== "noun") return null;
  if (unit.what.row.role !== "fighter" || scene.s.head[unit.head] !== head) return null;
  const { row } = unit.what;
  const side: Case = { ...given, u: v, row, head: unit.head, lemma: scene.s.lemma[unit.head]!.toLowerCase() };
  return fighter({ ...side, plural: true, definite: false, indefinite: false })?.being ?? null;
}

/**
 * Who brought the document in: "In a *statement*, the group said …", "the ministry issued a *communique*". The same noun is looked for first,
 * then any document: a statement may be called a text or a message.
 */
function authorOf(scene: Scene, head: number, lemma: string, resolve: Resolve): Being | null {
  const { s } = scene;
  const from = s.sentenceStart[Math.max(0, s.sentence[head]! - REACH)]!;
  const { documents } = scene.index.speaking;
  for (const same of [true, false]) {
    for (let t = head - 1; t >= from; t--) {
      if (upos(s, t) !== "NOUN" || !documents.has(s.lemma[t]!) || (s.lemma[t] === lemma) !== same) continue;
      const author = ownAuthor(scene, t, resolve) ?? issuerOf(scene, t, resolve);
      if (author !== null) return author;
    }
  }
  return null;
}

/** "*A statement by the group* said": words that name their author themselves. */
function ownAuthor(scene: Scene, token: number, resolve: Resolve): Being | null {
  const u = scene.unitOf[token]!;
  const what = u < 0 ? undefined : scene.units[u]!.what;
  if (what?.is !== "noun" || what.row.role !== "document") return null;
  const being = resolve(u);
  return being === null || being.kind === "unknown" || being === scene.outlet ? null : being;
}

/** The subject of the verb that a document stands under, or "by X" of its passive; null where that is another's document. */
function issuerOf(scene: Scene, token: number, resolve: Resolve): Being | null {
  const { s } = scene;
  const being = (t: number): Being | null => {
    const u = t < 0 ? -1 : scene.unitOf[t]!;
    const found = u < 0 ? null : resolve(u);
    return found === scene.outlet ? null : found;
  };
  for (const c of children(s, token)) {
    if (relation(s, c) === "acl") {
      const agent = children(s, c).find((d) => s.deprel[d] === "obl:agent");
      if (agent !== undefined) return being(agent);
    }
  }
  let top = token;
  for (let up = s.head[top]!; up >= 0 && relation(s, top) === "nmod"; up = s.head[top]!) top = up;
  const verb = s.head[top]!;
  if (verb < 0 || upos(s, verb) !== "VERB") return null;
  const rel = relation(s, top);
  if (rel === "nsubj") {
    const agent = children(s, verb).find((d) => s.deprel[d] === "obl:agent");
    return agent === undefined ? null : being(agent);
  }
  const { speaking } = scene.index;
  const writes = conjuncts(s, verb).some((t) => speaking.verbs.has(s.lemma[t]!));
  if (rel !== "obj" && !(rel === "obl" && writes)) return null;
  const told = child(s, verb, "ccomp");
  const subject = surfaceSubject(s, verb);
  return being(subject < 0 && told >= 0 ? surfaceSubject(s, told) : subject);
}
