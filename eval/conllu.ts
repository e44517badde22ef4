/** Reads a CoNLL-U treebank: sentences of words, with the text they stand in. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface GoldSentence {
  readonly id: string;
  readonly document: string;
  readonly newParagraph: boolean;
  /** Whether white space follows the sentence in its document. */
  readonly spaceAfter: boolean;
  readonly text: string;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** 1-based; 0 is the root. */
  readonly head: readonly number[];
  readonly deprel: readonly string[];
  /** Offsets of each word in `text`. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** A run of words that are written as one ("don't"): numbers of its first and last word. */
interface Fused {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly spaced: boolean;
}

export function readTreebank(file: string): GoldSentence[] {
  const bytes = readFileSync(file);
  const content = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const sentences: GoldSentence[] = [];
  let document = "";
  for (const chunk of content.split(/\n\n+/)) {
    const lines = chunk.split("\n");
    const comment = (name: string) => lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5);
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    document = comment("newdoc id") ?? document;
    const text = comment("text") ?? "";
    const fused = lines.filter((line) => /^\d+-\d+\t/.test(line)).map(readFused);
    const column = (c: number) => rows.map((row) => row[c]!);
    const last = fused.find((token) => token.last === rows.length);
    sentences.push({
      id: comment("sent_id") ?? "",
      document,
      newParagraph: lines.some((line) => line.startsWith("# newpar") || line.startsWith("# newdoc")),
      spaceAfter: last ? last.spaced : !rows[rows.length - 1]![9]!.includes("SpaceAfter=No"),
      text,
      ...offsets(text, column(1), fused),
      form: column(1),
      lemma: column(2),
      upos: column(3),
      xpos: column(4),
      head: column(6).map(Number),
      deprel: column(7),
    });
  }
  return sentences;
}

function readFused(line: string): Fused {
  const cells = line.split("\t");
  const [first, last] = cells[0]!.split("-").map(Number) as [number, number];
  return { first, last, form: cells[1]!, spaced: !cells[9]!.includes("SpaceAfter=No") };
}

/** Where the words stand. Words written as one share its characters: their lengths where they add up, else the last takes the rest. */
function offsets(text: string, forms: readonly string[], fused: readonly Fused[]) {
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (let i = 0; i < forms.length; i++) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const token = fused.find((f) => f.first === i + 1) ?? { last: i + 1, form: forms[i]! };
    const stop = at + token.form.length;
    for (; i < token.last; i++) {
      start.push(at);
      at = i + 1 === token.last ? stop : Math.min(stop, at + forms[i]!.length);
      end.push(at);
    }
    i--;
  }
  return { start, end };
}

/** A document of the treebank as it was written: paragraphs of sentences, with the offset of each sentence. */
export interface GoldDocument {
  readonly text: string;
  readonly paragraphs: readonly (readonly [start: number, end: number])[];
  readonly sentences: readonly { readonly gold: GoldSentence; readonly at: number }[];
}

export function documentsOf(sentences: readonly GoldSentence[]): GoldDocument[] {
  const groups = new Map<string, GoldSentence[]>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.document);
    if (group) group.push(sentence);
    else groups.set(sentence.document, [sentence]);
  }
  return [...groups.values()].map((group) => {
    let text = "";
    const placed: { gold: GoldSentence; at: number }[] = [];
    const paragraphs: [number, number][] = [];
    group.forEach((gold, i) => {
      const opens = i === 0 || gold.newParagraph;
      if (i > 0) text += opens ? "\n\n" : group[i - 1]!.spaceAfter ? " " : "";
      if (opens) paragraphs.push([text.length, text.length]);
      placed.push({ gold, at: text.length });
      text += gold.text;
      paragraphs[paragraphs.length - 1]![1] = text.length;
    });
    return { text, paragraphs, sentences: placed };
  });
}
