import { child, children, isBelow, relation, upos } from "../../core/tree.ts";
import { type Context, cueRowsAt, isVerb, type Ranges } from "./context.ts";
import { subjectOf, subjectPhrase } from "./speakers.ts";

/** A cue that stands behind or inside what is told: "Rebels shelled a camp, *the army said on Monday*, killing ten." */
export interface Insertion {
  /** Words of the cue: speaker, verb, hearer, time and place of speaking. */
  readonly unit: readonly [first: number, last: number];
  /** What is told: the stretch of the sentence around the unit. */
  readonly content: Ranges;
}

/** Dependents that belong to the act of saying rather than to what is said. */
const OF_SAYING = new Set(["nsubj", "aux", "advmod", "obj", "iobj", "obl", "compound", "expl", "xcomp", "mark"]);

/** First and last token of the words of saying around a verb that hang together without a break. */
export function unitOf(ctx: Context, verb: number): readonly [number, number] {
  const { s } = ctx;
  let first = verb;
  let last = verb;
  const phrase = subjectPhrase(ctx, verb);
  const subject = phrase?.head ?? -1;
  const own = children(s, verb).filter(
    (c) => OF_SAYING.has(relation(s, c)) && (relation(s, c) !== "nsubj" || c === subject || isEmptySubject(ctx, c)),
  );
  if (subject >= 0 && s.head[subject] !== verb) own.push(subject);
  own.sort((a, b) => a - b);
  // outward from the verb, as long as one dependent follows on the other
  for (const c of own.filter((d) => d > verb)) {
    if (ctx.quoteOf[c]! !== ctx.quoteOf[verb]! || s.left[c]! > last + 1) break;
    last = trimRight(ctx, c, verb);
  }
  for (const c of own.filter((d) => d < verb).reverse()) {
    if (ctx.quoteOf[c]! !== ctx.quoteOf[verb]!) break;
    const right = Math.min(s.right[c]!, verb - 1);
    if (c === subject && phrase?.first !== undefined) {
      first = phrase.first;
      continue;
    }
    if (right + 1 < first && !(c === subject && appositionEnds(ctx, right, first))) break;
    first = leftEdge(ctx, c);
  }
  return [first, last];
}

/** Somebody says it, or "it is said"; a passive with a subject of its own tells of that subject. */
function speaks(ctx: Context, verb: number): boolean {
  const subject = subjectOf(ctx, verb);
  if (subject >= 0) return ctx.s.xpos[subject] !== "WDT" && ctx.s.xpos[subject] !== "WP";
  // "…, it was reported"
  const passive = child(ctx.s, verb, "nsubj:pass");
  return child(ctx.s, verb, "expl") >= 0 || (passive >= 0 && isEmptySubject(ctx, passive));
}

/** "…, *it* was reported": the subject of a passive that stands for what is told. */
const isEmptySubject = ({ s }: Context, subject: number): boolean =>
  s.deprel[subject] === "nsubj:pass" && upos(s, subject) === "PRON" && subject === s.head[subject]! - 2;

/** Left edge of a phrase without punctuation that the parser hung on it. */
export function leftEdge(ctx: Context, head: number): number {
  let t = ctx.s.left[head]!;
  while (t < head && upos(ctx.s, t) === "PUNCT") t++;
  return t;
}

/** Right edge of a dependent of saying; a clause after a comma is no part of it. */
function trimRight(ctx: Context, c: number, verb: number): number {
  const { s } = ctx;
  for (let t = Math.max(c, verb) + 1; t <= s.right[c]!; t++) if (s.lower[t] === "," && t > c) return t - 1;
  return s.right[c]!;
}

/** "Igor Konashenkov, an aide to the commander, told": only a comma between. */
const appositionEnds = (ctx: Context, right: number, first: number): boolean =>
  right + 2 === first && ctx.s.lower[right + 1] === ",";

/** Reads the cue as inserted or trailing; null where it leads or stands alone. */
export function insertionOf(ctx: Context, verb: number, onlyQuotes = false): Insertion | null {
  const { s } = ctx;
  const sentence = s.sentence[verb]!;
  const begin = s.sentenceStart[sentence]!;
  const end = s.sentenceStart[sentence + 1]! - 1;
  const unit = unitOf(ctx, verb);
  const [first, last] = unit;
  if (!speaks(ctx, verb)) return null;
  if (first <= begin || upos(s, first - 1) !== "PUNCT") return null;
  if (last < end && upos(s, last + 1) !== "PUNCT" && relation(s, last + 1) !== "cc") {
    // "…, the surgeons added since nobody was left": what follows without a comma hangs on what is told
    if (relation(s, last + 1) !== "mark") return null;
  }
  if (["(", "[", "-", "/"].includes(s.lower[first - 1]!)) return null;
  // "…, where he held the chair", but "…, said a soldier who was there"
  const subject = subjectOf(ctx, verb);
  for (let t = first; t <= last; t++) {
    if (s.xpos[t]!.startsWith("W") && !(subject > verb && t > subject && isBelow(s, t, subject))) return null;
  }
  if (isAdverbial(ctx, begin, first, verb)) return null;
  let from = afterConjunction(ctx, first) ? first : begin;
  let to = end;
  for (let t = first - 1; t >= from; t--) {
    if (isBreak(ctx, t, verb) || startsSibling(ctx, t, begin)) {
      from = t + 1;
      break;
    }
  }
  for (let t = last + 1; t <= end; t++) {
    if ((isBreak(ctx, t, verb) && (t > last + 1 || s.lower[t] === ";")) || endsAt(ctx, t, verb)) {
      to = t - 1;
      break;
    }
  }
  // "Its 'national emir', Madani Mezrag, had ordered …": what stands before is who speaks
  if (subject >= 0 && subject < verb && from < first && s.left[subject]! <= from && s.right[subject]! >= first - 1)
    return null;
  const content: [number, number][] = [];
  if (from < first) content.push([from, first - 1]);
  if (last < to) content.push([last + 1, to]);
  // "Rebels behind blast, says minister": a headline without a verb
  const bare = child(s, verb, "ccomp") < 0;
  const tells = (t: number): boolean =>
    isVerb(s, t) || s.xpos[t] === "MD" || s.xpos[t] === "CD" || (bare && isHappening(ctx, t));
  const told = content.some(([a, b]) => {
    for (let t = a; t <= b; t++) if (ctx.quoteOf[t]! >= 0 || (!onlyQuotes && tells(t))) return true;
    return false;
  });
  return told ? { unit, content } : null;
}

/** "shelled the market *and, residents said,* burned the school": what is put in behind a conjunction is about what it joins. */
export const afterConjunction = ({ s }: Context, first: number): boolean =>
  first > 1 && s.lower[first - 1] === "," && s.xpos[first - 2] === "CC" && s.sentence[first - 2] === s.sentence[first];

const isHappening = ({ s, words }: Context, t: number): boolean =>
  upos(s, t) === "NOUN" && words.roles.happening.has(s.lemma[t]!);

/** "After moving to Rice in 2009, he posted": what stands before is an adverbial of the verb, not what is told. */
function isAdverbial(ctx: Context, begin: number, first: number, verb: number): boolean {
  const { s } = ctx;
  if (ctx.quoteOf[first - 1]! >= 0 || ctx.quoteOf[first - 2]! >= 0) return false;
  const top = children(s, verb).find((c) => s.left[c] === begin && c < first);
  if (top === undefined) return false;
  const rel = relation(s, top);
  if (rel === "obl" || rel === "advmod") return child(s, top, "nsubj") < 0;
  return rel === "advcl" && (s.xpos[top] === "VBG" || children(s, top).some((c) => relation(s, c) === "mark"));
}

/** Semicolons, and colons, outside quotation marks that the cue is not in. */
const isBreak = (ctx: Context, t: number, verb: number): boolean =>
  (ctx.s.lower[t] === ";" || ctx.s.lower[t] === ":") && ctx.quoteOf[t] === ctx.quoteOf[verb];

/** "The army denied it, *but* nine people died, residents said": another's statement ends at the conjunction. */
function startsSibling(ctx: Context, t: number, begin: number): boolean {
  const { s } = ctx;
  if (relation(s, t) !== "cc") return false;
  let clause = s.head[t]!;
  while (clause > t && relation(s, clause) === "conj") clause = s.head[clause]!;
  return clause >= begin && clause < t && isOthersStatement(ctx, clause);
}

/** "…, the army said, *while residents put the dead at nine*": another's statement begins. */
function endsAt(ctx: Context, t: number, verb: number): boolean {
  const { s } = ctx;
  const rel = relation(s, t);
  if (rel !== "cc" && rel !== "mark") return false;
  const clause = s.head[t]!;
  return clause > t && clause !== verb && isOthersStatement(ctx, clause);
}

/** A cue verb with a speaker of its own who is no pronoun, and something told. */
export function isOthersStatement(ctx: Context, verb: number): boolean {
  const { s } = ctx;
  if (!isVerb(s, verb) || !cueRowsAt(ctx, verb).some((row) => row.pos === "verb")) return false;
  const subject = child(s, verb, "nsubj");
  if (subject < 0 || upos(s, subject) === "PRON") return false;
  return children(s, verb).some((c) => ["ccomp", "obj", "xcomp"].includes(relation(s, c)));
}
