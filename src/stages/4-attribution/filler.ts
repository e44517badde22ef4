import { child, children, relation, upos } from "../../core/tree.ts";
import { type Context, isThat, minus, type Ranges, union, yieldOf } from "./context.ts";
import { isOthersStatement } from "./inserted.ts";

/** The filler's words, without a sibling statement that the parser hung on it: "A said x; *B denied it*". */
export function contentYield(ctx: Context, cue: number, head: number): Ranges {
  const { s } = ctx;
  const cut = new Set<number>();
  const stack = [head];
  for (let t = stack.pop(); t !== undefined; t = stack.pop()) {
    for (const c of children(s, t)) {
      if (relation(s, c) !== "conj" && relation(s, c) !== "parataxis") continue;
      const own = c > cue && isOthersStatement(ctx, c) && !children(s, c).some((m) => isThat(ctx, m));
      if (own) cut.add(c);
      else stack.push(c);
    }
  }
  const words = minus(yieldOf(s, head, cut), yieldOf(s, cue, new Set([head])));
  return words.length === 0 ? words : whole(ctx, cue, head, words);
}

/**
 * A clause without holes: words inside it that the parser hung elsewhere ("rumours that *the emir* was killed") are told too. What stands
 * before the cue ends at a semicolon.
 */
function whole(ctx: Context, cue: number, head: number, words: Ranges): Ranges {
  const { s } = ctx;
  let first = words[0]![0];
  const last = words[words.length - 1]![1];
  if (head < cue) {
    // "residents reported nine dead; the priest *said a prayer*": who says something of his own says nothing of what a semicolon parts from it
    const until = Math.max(child(s, cue, "obj"), child(s, cue, "iobj")) > cue ? cue : Math.min(last, cue);
    for (let t = first; t < until; t++) if (s.lower[t] === ";" && ctx.quoteOf[t]! < 0) first = t + 1;
    return minus(words, first > words[0]![0] ? [[words[0]![0], first - 1]] : []);
  }
  if (cue >= first && cue <= last) return words;
  const holes: [number, number][] = [];
  for (let i = 1; i < words.length; i++) {
    const [from, to] = [words[i - 1]![1] + 1, words[i]![0] - 1];
    let cutOff = false;
    for (let t = from; t <= to; t++) if (isOthersStatement(ctx, t)) cutOff = true;
    if (!cutOff) holes.push([from, to]);
  }
  return union(words, holes);
}

/**
 * "They say adding iodine to salt *is the simplest way*": a clause does not end right before its own verb, nor before a conjunction that the
 * parser hung elsewhere. Goes on to the next mark.
 */
export function unbroken({ s }: Context, content: Ranges): Ranges {
  const last = content.at(-1)?.[1];
  if (last === undefined) return content;
  const next = last + 1;
  const end = s.sentenceStart[s.sentence[last]! + 1]!;
  if (next >= end || !(/^(?:VB[DZP]|MD)$/.test(s.xpos[next]!) || upos(s, next) === "SCONJ")) return content;
  let to = next;
  while (to + 1 < end && upos(s, to + 1) !== "PUNCT") to++;
  return union(content, [[next, to]]);
}
