/** Reads a CoNLL-U treebank: sentences of words, with the text they stand in. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface GoldSentence {
  readonly id: string;
  readonly document: string;
  readonly newParagraph: boolean;
  readonly text: string;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** 1-based; 0 is the root. */
  readonly head: readonly number[];
  readonly deprel: readonly string[];
  /** Offsets of each word in `text`; words of a contraction written as one share nothing: the token is cut between them. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

export function readTreebank(file: string): GoldSentence[] {
  const bytes = readFileSync(file);
  const content = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const sentences: GoldSentence[] = [];
  let document = "";
  for (const chunk of content.split(/\n\n+/)) {
    const lines = chunk.split("\n");
    let text = "";
    let id = "";
    let newParagraph = false;
    const rows: string[][] = [];
    /** Row number after which a multi-word token ends, and its surface form. */
    const fused = new Map<number, { last: number; form: string; spaced: boolean }>();
    for (const line of lines) {
      if (line.startsWith("# text = ")) text = line.slice(9);
      else if (line.startsWith("# sent_id = ")) id = line.slice(12);
      else if (line.startsWith("# newdoc")) document = line.split("= ")[1] ?? id;
      else if (line.startsWith("# newpar")) newParagraph = true;
      if (line === "" || line.startsWith("#")) continue;
      const cells = line.split("\t");
      if (/^\d+$/.test(cells[0]!)) rows.push(cells);
      const range = /^(\d+)-(\d+)$/.exec(cells[0]!);
      if (range)
        fused.set(Number(range[1]), {
          last: Number(range[2]),
          form: cells[1]!,
          spaced: !cells[9]!.includes("SpaceAfter=No"),
        });
    }
    if (rows.length === 0) continue;
    const start: number[] = [];
    const end: number[] = [];
    let at = 0;
    const skip = () => {
      while (at < text.length && /\s/.test(text[at]!)) at++;
    };
    for (let i = 0; i < rows.length; i++) {
      skip();
      const token = fused.get(i + 1);
      if (!token) {
        start.push(at);
        at += rows[i]![1]!.length;
        end.push(at);
        continue;
      }
      // Words of a contraction: their lengths where they add up, else the first takes what the last leaves.
      const forms = rows.slice(i, token.last).map((row) => row[1]!);
      const whole = token.form.length;
      const stop = at + whole;
      const exact = forms.join("").length === whole;
      forms.forEach((form, k) => {
        start.push(at);
        at = k === forms.length - 1 ? stop : exact ? at + form.length : Math.min(stop, at + Math.max(1, form.length));
        end.push(at);
      });
      i = token.last - 1;
    }
    const column = (c: number) => rows.map((row) => row[c]!);
    sentences.push({
      id,
      document,
      newParagraph,
      text,
      start,
      end,
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
