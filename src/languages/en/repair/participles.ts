import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");

/**
 * "The number of people *killed* … rose", "said in a statement *released* on Friday": a bare participle behind a noun is no clause that
 * somebody says, and does not reach out of the noun's phrase; it says something of the noun.
 */
export function participles({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  const clausal = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (head[t]! >= 0 && /^(?:aux|nsubj)/.test(deprel[t]!)) clausal[head[t]!] = 1;
  for (let t = 1; t < length; t++) {
    const noun = t - 1;
    if (xpos[t] !== "VBN" || clausal[t] || upos[noun] !== NOUN || head[t]! < 0 || head[t] === noun) continue;
    if (sentence[noun] !== sentence[t] || head[noun] === t) continue;
    if (deprel[t] === "ccomp" || crosses(head, t, noun)) [head[t], deprel[t]] = [noun, "acl"];
  }
}

/**
 * "The number of people *killed* in a strike *rose* to 46": the first of two finite verbs, right behind the last noun of its subject, is a
 * participle; what the parser hung on it as subject is that of the second, which nothing joins to the first.
 */
export function reducedRelatives({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  const first: number[] = [];
  for (let t = 1; t < length; t++) {
    if (!FINITE_PAST.has(xpos[t]!) || upos[t - 1] !== NOUN || sentence[t - 1] !== sentence[t]) continue;
    if (head[t - 1] !== t && upTo(head, t - 1, t) >= 0) first.push(t);
  }
  for (const t of first) {
    const subject = upTo(head, t - 1, t);
    if (!/^nsubj/.test(deprel[subject]!)) continue;
    const second = loose(t, { length, upos, xpos, head, deprel, sentence });
    if (second < 0) continue;
    [head[second], deprel[second]] = [head[t]!, deprel[t]!];
    [head[subject], deprel[subject]] = [second, "nsubj"];
    for (let c = second + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = second;
    [head[t], deprel[t], xpos[t]] = [t - 1, "acl", "VBN"];
  }
}

const FINITE_PAST: ReadonlySet<string> = new Set(["VBD", "VBN"]);

/** The token just below `top` on the way up from `below`; -1 where `top` is not above it. */
function upTo(head: Int32Array, below: number, top: number): number {
  for (let t = below; t >= 0; t = head[t]!) if (head[t] === top) return t;
  return -1;
}

/** A finite verb after `t` in its sentence that nothing subordinates or joins to it and that has no subject: "…, rose"; -1 where there is none. */
function loose(
  t: number,
  {
    length,
    upos,
    xpos,
    head,
    deprel,
    sentence,
  }: Pick<Tree, "length" | "upos" | "xpos" | "head" | "deprel" | "sentence">,
): number {
  for (let v = t + 1; v < length && sentence[v] === sentence[t]; v++) {
    if (upos[v] !== VERB || !(head[v] === t || head[v] === head[t])) continue;
    if (!/^(?:ccomp|parataxis|advcl|conj)$/.test(deprel[v]!)) continue;
    let free = xpos[v] === "VBD" || xpos[v] === "VBZ" || xpos[v] === "VBP";
    for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++) {
      if (head[c] !== v) continue;
      if (/^(?:nsubj|mark|cc|csubj)/.test(deprel[c]!)) return -1;
      if (deprel[c] === "aux") free = true;
    }
    if (free) return v;
  }
  return -1;
}

/** Whether the arc of `t` crosses one of those that lead up from `noun`. */
function crosses(head: Int32Array, t: number, noun: number): boolean {
  for (let below = noun; head[below]! >= 0; below = head[below]!) {
    const up = head[below]!;
    if (up === t) return false;
    const [low, high] = below < up ? [below, up] : [up, below];
    if (low < t && t < high && (head[t]! < low || head[t]! > high)) return true;
  }
  return false;
}
