import type { Syntax } from "../../core/syntax.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/**
 * Whether a word tells of what is done again and again, and of no one happening: "rebels *often* ambush patrols", "*every year* they attack the
 * convoy", "how to plant a bomb", "used to rob travellers", "we fire at soldiers", "raids are common", "have fought *for decades*". "Rebels attacked the convoy again
 * this year" tells of one.
 */
export function isHabit(s: Syntax, token: number, { small }: EventKnowledge): boolean {
  if (isCommon(s, token, small) || isLesson(s, token)) return true;
  if (upos(s, token) === "NOUN" && children(s, token).some((c) => isRecurring(s, c, small))) return true;
  for (let t = token; t >= 0; t = carrierOf(s, t)) {
    if (
      s.xpos[t]!.startsWith("VB") &&
      (repeats(s, t, small, t === token) || (isPresent(s, t, small) && isEvery(s, s.head[t]!, small)))
    )
      return true;
  }
  return false;
}

/** "The manual explains *how to plant* a bomb and ambush a convoy" */
function isLesson(s: Syntax, token: number): boolean {
  const first = relation(s, token) === "conj" ? s.head[token]! : token;
  const parts = children(s, first);
  return s.xpos[first] === "VB" && parts.some((c) => s.xpos[c] === "WRB") && parts.some((c) => s.xpos[c] === "TO");
}

/** The word whose habit this one shares: "often ambush patrols and *kill* soldiers", "often carry out *raids*"; -1 where it stands for itself. */
function carrierOf(s: Syntax, t: number): number {
  const up = s.head[t]!;
  if (up < 0) return -1;
  const own = children(s, t).some((c) => ["nsubj", "mark", "aux"].includes(relation(s, c)) && s.xpos[c] !== "TO");
  switch (relation(s, t)) {
    case "conj":
      return own ? -1 : up;
    case "advcl":
      return (s.xpos[t] === "VBG" || s.xpos[up + 1] === "TO") && !own ? up : -1;
    case "xcomp":
      return up;
    case "obj":
    case "nsubj":
      return upos(s, t) === "NOUN" && child(s, t, "det") < 0 ? up : -1;
    default:
      return -1;
  }
}

type Small = EventKnowledge["small"];

function repeats(s: Syntax, verb: number, small: Small, own: boolean): boolean {
  const parts = children(s, verb);
  const often = parts.some((c) => relation(s, c) === "advmod" && small.habit!.has(s.lower[c]!));
  const present = isPresent(s, verb, small);
  if (small.warring!.has(s.lemma[verb]!) && parts.some((c) => lastsYears(s, c, small))) return true;
  // "have often attacked", "often attacked"
  if (often && (present || /^VB[DN]$/.test(s.xpos[verb]!))) return true;
  if (small.accustomed!.has(s.lemma[verb]!) && s.xpos[verb + 1] === "TO" && parts.some((c) => hasTo(s, c))) return true;
  if (!present) return false;
  // "our pilots see *what* they strike"
  if (s.deprel[verb] === "acl:relcl" && small.whoever!.has(s.lower[s.head[verb]!]!)) return true;
  return parts.some(
    (c) =>
      isRecurring(s, c, small) ||
      isWhenever(s, c, verb, small) ||
      (own && (isWhoever(s, c, small) || isOfAKind(s, c, verb))),
  );
}

/** "have fought *for decades*", "*for nine years*" */
const lastsYears = (s: Syntax, t: number, small: Small): boolean =>
  relation(s, t) === "obl" &&
  small.years!.has(s.lemma[t]!) &&
  children(s, t).some((c) => relation(s, c) === "case" && small.lasting!.has(s.lower[c]!));

/** The tagger takes "bomb" and "shell" for past forms now and then; "set" and "hit" are both. */
const isPresent = (s: Syntax, verb: number, { unchanged }: Small): boolean =>
  /^VB[PZ]$/.test(s.xpos[verb]!) ||
  (s.xpos[verb] === "VBD" && s.lower[verb] === s.lemma[verb] && !unchanged!.has(s.lower[verb]!));

const hasTo = (s: Syntax, verb: number): boolean => children(s, verb).some((c) => s.xpos[c] === "TO");

/** "*every year*", "*each night*" */
const isRecurring = (s: Syntax, t: number, small: Small): boolean =>
  relation(s, t) === "obl" && child(s, t, "case") < 0 && isEvery(s, t, small);

/** "*every time* the army withdraws" */
const isEvery = (s: Syntax, t: number, small: Small): boolean =>
  t >= 0 && children(s, t).some((c) => relation(s, c) === "det" && small.recurring!.has(s.lower[c]!));

/** "*When soldiers come*, they burn houses": two clauses in the present, the condition first. */
const isWhenever = (s: Syntax, t: number, verb: number, small: Small): boolean =>
  relation(s, t) === "advcl" &&
  t < verb &&
  /^VB[PZ]$/.test(s.xpos[t]!) &&
  children(s, t).some((c) => small.whenever!.has(s.lower[c]!));

/** "they shoot *anyone* who moves", "*we* fire at soldiers" */
const isWhoever = (s: Syntax, t: number, small: Small): boolean =>
  (relation(s, t) === "obj" && small.whoever!.has(s.lower[t]!)) ||
  (relation(s, t) === "nsubj" && small.ourselves!.has(s.lower[t]!) && children(s, s.head[t]!).some((c) => isAny(s, c)));

/**
 * "Pirates attack *ships* in the strait.", "the militia kills *people* who refuse to pay": people and things of a kind, in the present of a whole
 * sentence that names nothing. A headline tells of one happening so, and names where it was.
 */
function isOfAKind(s: Syntax, t: number, verb: number): boolean {
  const bare = (noun: number): boolean =>
    (s.xpos[noun] === "NNS" || (s.xpos[noun] === "NNPS" && noun === s.sentenceStart[s.sentence[noun]!])) &&
    !children(s, noun).some((c) => ["det", "nummod", "appos"].includes(relation(s, c)));
  // "set up roadblocks", which was done once
  if (!/^VB[PZ]$/.test(s.xpos[verb]!)) return false;
  if (relation(s, t) !== "obj" || !bare(t) || s.lower[s.sentenceStart[s.sentence[verb]! + 1]! - 1] !== ".")
    return false;
  const whom = children(s, t).some((c) => s.deprel[c] === "acl:relcl" && /^VB[PZ]$/.test(s.xpos[c]!));
  if (whom) return true;
  const subject = child(s, verb, "nsubj");
  if (subject < 0 || !bare(subject) || s.head[verb]! >= 0) return false;
  for (let at = s.left[verb]!; at <= s.right[verb]!; at++) if (upos(s, at) === "PROPN" && at > verb) return false;
  return true;
}

/** "fire at *soldiers*", and not at three of them or at the soldiers. */
const isAny = (s: Syntax, t: number): boolean =>
  ["obj", "obl"].includes(relation(s, t)) &&
  s.xpos[t] === "NNS" &&
  !children(s, t).some((c) => ["det", "nummod", "nmod"].includes(relation(s, c)));

/** "cattle raids are *common*", "shelling is a *daily* occurrence" */
function isCommon(s: Syntax, token: number, small: Small): boolean {
  const predicate = s.head[token]!;
  if (predicate < 0 || relation(s, token) !== "nsubj" || child(s, token, "det") >= 0) return false;
  const said = [predicate, ...children(s, predicate).filter((c) => relation(s, c) === "amod")];
  return child(s, predicate, "cop") >= 0 && said.some((t) => small.common!.has(s.lower[t]!));
}
