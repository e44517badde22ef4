import type { ActorMention } from "../../src/core/layers.ts";
import type { Syntax } from "../../src/core/syntax.ts";
import { children, relation, upos } from "../../src/core/tree.ts";
import type { ReadResult } from "../../src/index.ts";
import { withoutTitles } from "./words.ts";

/** How much of a noun phrase a string takes in. */
export type Extent = "head" | "core" | "number" | "with" | "full" | "name" | "untitled" | "title" | "acronym" | "inner";

/** One way to write down a noun phrase of the message: what a slot could be filled with. */
export interface Nominal {
  /** Token of the head noun. */
  readonly head: number;
  readonly extent: Extent;
  /** As the keys write it: upper case, no article. */
  readonly text: string;
  /** Actor id of the mention with this head, where the ledger has one. */
  readonly actor: string | null;
}

const BEFORE = new Set(["amod", "compound", "flat", "nmod"]);

/** All ways to write down each noun phrase of a message, in text order. */
export function nominalsOf({ reading: { syntax: s, mentions } }: ReadResult): Nominal[] {
  const at = new Map<number, ActorMention>();
  for (const mention of mentions.actorMentions) if (mention.head >= 0) at.set(mention.head, mention);
  const found: Nominal[] = [];
  for (let t = 0; t < s.length; t++) {
    const part = upos(s, t);
    const mention = at.get(t);
    const name = mention?.value.form === "name";
    if (part !== "NOUN" && part !== "PROPN" && !name) continue;
    const rel = relation(s, t);
    const inner = rel === "compound" || rel === "flat" || s.deprel[t] === "goeswith";
    if (inner && !name && part !== "NOUN") continue;
    const actor = mention?.value.actor ?? null;
    for (const [extent, text] of stringsOf(s, t, name ? mention! : null, inner))
      found.push({ head: t, extent, text, actor });
  }
  return found;
}

function stringsOf(s: Syntax, head: number, name: ActorMention | null, inner: boolean): Map<Extent, string> {
  const found = new Map<Extent, string>();
  const seen = new Set<string>();
  const put = (extent: Extent, text: string): void => {
    if (text.length < 2 || seen.has(text)) return;
    seen.add(text);
    found.set(extent, text);
  };
  if (name) {
    const text = clean(s.text.slice(...name.span));
    put("name", text);
    const { name: bare, title } = withoutTitles(text);
    if (title !== "") put("untitled", bare);
    if (title !== "") put("title", title);
  }
  const [first, last] = coreOf(s, head);
  if (inner) {
    if (!name) put("inner", words(s, first, last));
    return found;
  }
  if (name) {
    let before = first;
    while (before < head && s.end[before]! <= name.span[0]) before++;
    if (before > first) put("title", words(s, first, before - 1));
  }
  const core = words(s, first, last);
  put("core", core);
  const untitled = withoutTitles(core);
  if (untitled.title !== "") put("untitled", untitled.name);
  if (first < head && upos(s, head) === "NOUN") put("head", words(s, head, last));
  const number = children(s, head).find((c) => c < first && upos(s, c) === "NUM" && relation(s, c) === "nummod");
  if (number !== undefined) put("number", words(s, number, last));
  const behind = children(s, head).filter((c) => c > last && s.right[c]! - last < 14);
  const of = behind.find((c) => relation(s, c) === "nmod");
  if (of !== undefined) {
    const end = coreOf(s, of)[1];
    put("with", words(s, first, end));
  }
  const clause = behind.find((c) => relation(s, c) === "acl" || relation(s, c) === "nmod");
  if (clause !== undefined && s.lower[s.left[clause]!] !== ",") {
    let end = s.right[clause]!;
    for (let t = last + 1; t <= end; t++) if (s.lower[t] === ",") end = t - 1;
    put("full", words(s, first, end));
  }
  const acronym = children(s, head).find((c) => c > head && /^[[(]$/.test(s.lower[s.left[c]!]!));
  if (acronym !== undefined && upos(s, head) === "PROPN") put("acronym", words(s, acronym, acronym));
  return found;
}

/** First and last token of the noun phrase itself, without article, number and what follows the head. */
function coreOf(s: Syntax, head: number): [number, number] {
  let first = head;
  let last = head;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    const owner = s.deprel[c] === "nmod:poss" && upos(s, c) === "PRON";
    if (c < head && BEFORE.has(rel) && !owner && upos(s, c) !== "NUM" && s.left[c]! >= head - 8)
      first = Math.min(first, s.left[c]!);
    if (c > head && (rel === "flat" || s.deprel[c] === "compound")) last = Math.max(last, s.right[c]!);
  }
  while (first < head && ["DET", "NUM", "PUNCT", "PRON"].includes(upos(s, first))) first++;
  return [first, last];
}

const words = (s: Syntax, first: number, last: number): string => clean(s.text.slice(s.start[first], s.end[last]));

/** On one line, without article and edge punctuation. */
export function clean(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^["'[(.]+|[.,"';:]+$/g, "")
    .replace(/^(THE|A|AN) /i, "")
    .toUpperCase();
}
