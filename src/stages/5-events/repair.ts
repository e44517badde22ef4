import type { Mentions } from "../../core/layers.ts";
import { linkTree, type Syntax } from "../../core/syntax.ts";
import { tokenAt, upos } from "../../core/tree.ts";

/**
 * "wounded at least 20 others", "killed between five and ten men": the bound words of a number are no preposition, and the noun
 * they count is no adjunct. Returns the syntax with such phrases set right; the same object where there are none.
 */
export function repairQuantities(s: Syntax, mentions: Mentions): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  let changed = false;
  for (const { span, value, head: number } of mentions.quantities) {
    const first = tokenAt(s, span[0]);
    const last = Math.max(tokenAt(s, span[1] - 1), first);
    if (gather(s, head, deprel, first, last, number)) changed = true;
    if (crown(head, deprel, first, last, number)) changed = true;
    if (value.of < 0 && countNext(s, head, deprel, first, last, number)) changed = true;
    const counted = value.of >= 0 ? value.of : last;
    if (shareCount(s, head, deprel, counted, number)) changed = true;
    // "more than twenty of the men": there the number bears the noun
    const noun = deprel[counted] === "nmod" && head[counted] === number ? number : counted;
    let bound = false;
    for (let t = first; t <= last; t++) {
      if (deprel[t] !== "case" && deprel[t] !== "mark") continue;
      deprel[t] = "advmod";
      bound = changed = true;
    }
    // "killed as many as 50 soldiers": no preposition at all
    const plain = deprel[noun] === "obl" && s.xpos[noun] === "NNS";
    if (
      (bound || plain || (value.of < 0 && number === last && first < last)) &&
      deprel[noun]!.startsWith("obl") &&
      !hasCase(s, deprel, noun)
    ) {
      const verb = head[noun]!;
      if (noun > verb ? !has(s, verb, /^obj$/) : upos(s, verb) === "VERB" && !has(s, verb, /^nsubj/)) {
        deprel[noun] = noun > verb ? "obj" : has(s, verb, /^aux:pass$/) ? "nsubj:pass" : "nsubj";
        changed = true;
      }
    }
  }
  if (leaveState(s, head, deprel)) changed = true;
  if (listSubjects(s, head, deprel)) changed = true;
  if (partsOfThem(s, head, deprel)) changed = true;
  if (deadBefore(s, head, deprel)) changed = true;
  return changed ? linkTree({ ...s, deprel, head }) : s;
}

/** "No fewer than 70 had died": words of a bound that stand where the number or its noun should give their place to it. */
function crown(head: Int32Array, deprel: string[], first: number, last: number, number: number): boolean {
  const inside = (t: number): boolean => t >= first && t <= last;
  const noun = deprel[number] === "nummod" && head[number]! > last ? head[number]! : number;
  let top = head[noun]!;
  if (!inside(top) || top === number) return false;
  while (inside(head[top]!)) top = head[top]!;
  if (head[top] === noun) return false;
  [head[noun], deprel[noun]] = [head[top]!, deprel[top]!];
  [head[top], deprel[top]] = [noun, "advmod"];
  return true;
}

/** "Killed dozens of *soldiers and mercenaries*": what the number counts stands beside one another in its place. */
function shareCount(s: Syntax, head: Int32Array, deprel: string[], counted: number, number: number): boolean {
  if (deprel[counted] !== "nmod" || head[counted] !== number) return false;
  let changed = false;
  for (let c = s.firstChild[counted]!; c >= 0; c = s.nextSibling[c]!) {
    if (deprel[c] !== "conj" || s.xpos[c] !== "NNS") continue;
    head[c] = number;
    changed = true;
  }
  return changed;
}

/** "On 1 July 18 soldiers died": a number right before a plural that no other number counts. */
function countNext(
  s: Syntax,
  head: Int32Array,
  deprel: string[],
  first: number,
  last: number,
  number: number,
): boolean {
  const noun = last + 1;
  if (noun >= s.length || s.sentence[noun] !== s.sentence[number] || s.xpos[noun] !== "NNS") return false;
  // "left between 19 and 24 soldiers dead"
  // "*between 19 and 24* soldiers were killed", but "between 2012 and 2014 soldiers were killed"
  const bounded = first < number && deprel[first] === "case" && !/^(?:19|20)\d\d$/.test(s.lower[number]!);
  const beside = head[number] === head[noun] && (bounded || deprel[number] === deprel[noun]);
  if (upos(s, number) !== "NUM" || head[number] === noun) return false;
  if (deprel[number] !== "nmod:unmarked" && !beside) return false;
  for (let c = s.firstChild[noun]!; c >= 0; c = s.nextSibling[c]!) {
    if (deprel[c] !== "nummod") continue;
    if (head[number] !== c) return false;
    deprel[c] = "nmod:unmarked";
  }
  [head[number], deprel[number]] = [noun, "nummod"];
  return true;
}

/** "Left 42 gunmen and one officer dead": what the last of several is called belongs to all of them. */
function leaveState(s: Syntax, head: Int32Array, deprel: string[]): boolean {
  let changed = false;
  for (let t = 0; t < s.length; t++) {
    if (deprel[t] !== "conj" || upos(s, t) !== "ADJ" || (s.firstChild[t]! >= 0 && s.firstChild[t]! < t)) continue;
    const noun = head[t]!;
    if (noun < 0 || deprel[noun] !== "obj" || upos(s, noun) === "ADJ") continue;
    [head[t], deprel[t]] = [head[noun]!, "xcomp"];
    changed = true;
  }
  return changed;
}

/** "A grocer, his wife and their four daughters were killed": two subjects of one verb with a comma between are one list. */
function listSubjects(s: Syntax, head: Int32Array, deprel: string[]): boolean {
  let changed = false;
  for (let t = 1; t < s.length; t++) {
    if (!deprel[t]!.startsWith("nsubj")) continue;
    const comma = s.left[t]! - 1;
    if (comma < 1 || s.lower[comma] !== "," || head[t]! < 0) continue;
    for (let c = s.firstChild[head[t]!]!; c >= 0 && c < comma; c = s.nextSibling[c]!) {
      if (c === t || deprel[c] !== deprel[t] || s.right[c]! + 1 < comma) continue;
      [head[t], deprel[t]] = [c, "conj"];
      changed = true;
      break;
    }
  }
  return changed;
}

/** "27 people were killed, two of them soldiers": those told apart stand beside the subject or object, and do nothing themselves. */
function partsOfThem(s: Syntax, head: Int32Array, deprel: string[]): boolean {
  let changed = false;
  for (let t = 4; t < s.length; t++) {
    if (upos(s, t) !== "NOUN" || !deprel[t]!.startsWith("obl") || hasCase(s, deprel, t)) continue;
    if (s.xpos[t - 1] !== "PRP" || upos(s, t - 3) !== "NUM" || head[t - 3] !== t || s.lower[t - 4] !== ",") continue;
    for (let c = s.firstChild[head[t]!]!; c >= 0 && c < t; c = s.nextSibling[c]!) {
      if (!/^(?:nsubj|obj)/.test(deprel[c]!)) continue;
      [head[t], deprel[t]] = [c, "appos"];
      changed = true;
      break;
    }
  }
  return changed;
}

/** "Gunmen shot dead a prosecutor": no adjective of a noun stands before its article. */
function deadBefore(s: Syntax, head: Int32Array, deprel: string[]): boolean {
  let changed = false;
  for (let t = 0; t < s.length; t++) {
    if (deprel[t] !== "amod" || upos(s, t) !== "ADJ") continue;
    const noun = head[t]!;
    if (noun <= t || head[noun]! < 0) continue;
    for (let c = s.firstChild[noun]!; c >= 0; c = s.nextSibling[c]!) {
      if (c <= t || c >= noun || s.xpos[c] !== "DT" || deprel[c] !== "det") continue;
      [head[t], deprel[t]] = [head[noun]!, "xcomp"];
      changed = true;
      break;
    }
  }
  return changed;
}

function has(s: Syntax, verb: number, role: RegExp): boolean {
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) if (role.test(s.deprel[c]!)) return true;
  return false;
}

function hasCase(s: Syntax, deprel: readonly string[], noun: number): boolean {
  for (let c = s.firstChild[noun]!; c >= 0; c = s.nextSibling[c]!) if (deprel[c] === "case") return true;
  return false;
}

/**
 * "One hundred and sixty-two civilians": the words of a number that hang on words outside it are gathered under its head, and what
 * hangs on them too. Where the head itself has no place outside ("eighty-two of our heroes were martyred"), it takes theirs.
 */
function gather(s: Syntax, head: Int32Array, deprel: string[], first: number, last: number, number: number): boolean {
  if (number < first || number > last || last === first) return false;
  const outside = (t: number): boolean => head[t]! < first || head[t]! > last;
  let changed = false;
  const place = [number, ...Array.from({ length: last - first + 1 }, (_, i) => first + i)].find(outside) ?? number;
  const [above, role] = [head[place]!, deprel[place]!];
  for (let t = first; t <= last; t++) {
    if (t === number || (!outside(t) && head[t] === number)) continue;
    if (upos(s, t) !== "NUM" && s.deprel[t] !== "cc") continue;
    head[t] = number;
    deprel[t] = "compound";
    changed = true;
  }
  if (!changed) return false;
  const sentence = s.sentence[number];
  const adopt = (t: number): void => {
    const h = head[t]!;
    if (h >= first && h <= last && h !== number && upos(s, h) === "NUM") head[t] = number;
  };
  for (let t = first - 1; t >= 0 && s.sentence[t] === sentence; t--) adopt(t);
  for (let t = last + 1; t < s.length && s.sentence[t] === sentence; t++) adopt(t);
  if (!outside(number) || head[number] === number) {
    head[number] = above;
    deprel[number] = role;
  }
  return true;
}
