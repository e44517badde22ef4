import { preposition } from "../../../core/arguments.ts";
import type { Quantity } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { children, isBelow, relation, tokenAt, upos } from "../../../core/tree.ts";
import type { Figure, Reading } from "./figure.ts";
import { countsPeople } from "./people.ts";
import { phrase } from "./wording.ts";

/** "five of them children", "including two officers", "among them three children": kept as parts, never added. */
export function parts(reading: Reading, whole: Figure, victims: readonly number[]): Figure[] {
  const { s, amounts, used, harmed } = reading;
  const found: Figure[] = [];
  const taken = new Set<number>();
  const last = s.sentenceStart[s.sentence[whole.head]! + 1]! - 1;
  const below = (quantity: Quantity): boolean =>
    victims.some(
      (v) => isBelow(s, quantity.head, v) && !inClause(s, quantity.head, v) && !isOutOf(reading, quantity, v),
    );
  for (const quantity of amounts.within(whole.head + 1, last)) {
    if (used.has(quantity)) continue;
    // "including a policeman and two nurses"
    const listed = isOpened(reading, quantity) || follows(s, quantity, taken);
    if (upos(s, quantity.head) === "DET" && !listed) continue;
    // "40 dead, 12 wounded": of another harm
    if (harmed.has(tokenAt(s, quantity.span[1] - 1) + 1)) continue;
    if (quantity.value.low > whole.low || quantity.value.high === 0) continue;
    // "nineteen of them under eighteen"
    if (quantity.value.low === 0 && !listed) continue;
    if (!countsPeople(s, quantity, reading) || isHandful(quantity)) continue;
    // "killed 30 and captured twelve, among them two commanders": of those told last
    const isNearest = !anotherBetween(reading, whole.head, quantity.head);
    if (!below(quantity) && !(listed && isNearest)) continue;
    used.add(quantity);
    taken.add(nounOf(quantity));
    const noun = ofThem(s, quantity.head) && isNoun(s, quantity.head + 3) ? quantity.head + 3 : nounOf(quantity);
    found.push(partOf(whole, whole, quantity, noun, reading));
  }
  return found;
}

/** Whether a word of another harm stands between two tokens. */
function anotherBetween({ harmed, trigger }: Reading, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (harmed.has(t) && harmed.get(t) !== trigger.harm!.harm) return true;
  return false;
}

/** A number of those that a figure counts, or of those harmed where nobody has counted them all before (`whole` null); `noun`: what they are called. */
export function partOf(
  { trigger, harm, entry }: Pick<Figure, "trigger" | "harm" | "entry">,
  whole: Figure | null,
  { head, span, value }: Quantity,
  noun: number,
  { s, who }: Pick<Reading, "s" | "who">,
): Figure {
  const { low, high, bound } = value;
  // "five of them seriously": those counted, whom nothing else calls otherwise
  const same = whole !== null && /^(?:NUM|PRON)$/.test(upos(s, noun));
  // "four women among *them*" are not all of them
  const found = who.at(noun);
  const body = same ? whole.who : whole !== null && found === whole.who && !whole.nouns.includes(noun) ? null : found;
  return {
    trigger,
    harm,
    entry,
    head,
    span,
    who: body,
    bodies: body === null ? [] : [body],
    whoText: same ? whole.whoText : phrase(s, noun),
    nouns: same ? whole.nouns : [noun],
    low,
    high,
    bound,
    partOf: whole,
    share: whole === null,
    singles: false,
    known: false,
    sides: null,
    among: false,
    replacedBy: null,
    model: null,
  };
}

/** "many of them women", "some of them armed": no figure of a part. */
export const isHandful = ({ value }: Quantity): boolean => value.bound === "vague" && value.low <= HANDFUL;
const HANDFUL = 3;

const nounOf = ({ head, value }: Quantity): number => (value.of >= 0 ? value.of : head);

/** "Four members of one family": what the whole is taken out of is no part of it. */
const isOutOf = ({ s, small }: Reading, { value }: Quantity, victim: number): boolean =>
  value.of >= 0 && s.head[value.of] === victim && small.of!.has(preposition(s, value.of));

/** "including four children", "among them three officers", "four of them women": words that open a part, wherever the parser hangs it. */
export function isOpened({ s, small: { includes } }: Reading, quantity: Quantity): boolean {
  const first = tokenAt(s, quantity.span[0]);
  const noun = nounOf(quantity);
  if (ofThem(s, quantity.head)) return first > 0 && s.lower[first - 1] === "," && isNoun(s, quantity.head + 3);
  const opener = s.xpos[first - 1] === "PRP" || s.xpos[first - 1] === "WP" ? first - 2 : first - 1;
  if (includes!.has(s.lower[opener] ?? "")) return true;
  return children(s, noun).some((c) => c < first && relation(s, c) === "case" && includes!.has(s.lower[c]!));
}

/** "four OF THEM women". */
const ofThem = (s: Syntax, number: number): boolean => upos(s, number) === "NUM" && s.xpos[number + 2] === "PRP";
const isNoun = (s: Syntax, token: number): boolean =>
  token < s.length && (upos(s, token) === "NOUN" || upos(s, token) === "PROPN");

/** "including 20 women and seven children": joined with a part. */
const follows = (s: Syntax, quantity: Quantity, parts: ReadonlySet<number>): boolean =>
  relation(s, nounOf(quantity)) === "conj" && parts.has(s.head[nounOf(quantity)]!);

/** Whether a clause or a measure stands between a number and the noun above it ("a girl of 14", "who had two sons"). */
function inClause(s: Syntax, token: number, top: number): boolean {
  for (let t = token; t !== top && t >= 0; t = s.head[t]!) {
    const rel = relation(s, t);
    if (rel === "acl" || rel === "advcl" || rel === "ccomp" || rel === "conj") return true;
    if (rel === "nmod" && upos(s, t) === "NUM" && s.head[t] === top) return true;
  }
  return false;
}
