import type { Span } from "../../src/core/span.ts";

const ABBREVIATION = /(?<![\p{L}\p{N}_])(?:[A-Z]|Col|Lt|Gen|Dr|Mr|Mrs|No|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u;

export const squash = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** A text with white space collapsed, and the way from UTF-16 offsets of the original to it. */
export class SquashedText {
  readonly text: string;
  readonly title: Span | null;
  readonly sentences: readonly Span[];
  private readonly to: Int32Array;

  constructor(raw: string, title: string) {
    const out: string[] = [];
    this.to = new Int32Array(raw.length + 1);
    let lastWasSpace = true;
    for (let i = 0; i < raw.length; i++) {
      const space = /\s/u.test(raw[i]!);
      let here = out.length;
      if (space && lastWasSpace) here = Math.max(0, here - 1);
      else out.push(space ? " " : raw[i]!);
      lastWasSpace = space;
      this.to[i] = here;
    }
    this.to[raw.length] = out.length;
    this.text = out.join("");

    const name = squash(title);
    const at = name === "" ? -1 : this.text.indexOf(name);
    this.title = at >= 0 && at < 400 && at + name.length < this.text.length ? [at, at + name.length] : null;

    const sentences: Span[] = [];
    let start = 0;
    for (const match of this.text.matchAll(/[.!?]["”')\]]*\s+(?=["“([]?[A-Z0-9])/gu)) {
      const end = match.index + match[0].length;
      if (ABBREVIATION.test(this.text.slice(start, end))) continue;
      sentences.push([start, end]);
      start = end;
    }
    sentences.push([start, this.text.length]);
    this.sentences = sentences;
  }

  /** A span of the original as a span of this text; null where it is none. */
  span(span: unknown): Span | null {
    if (!Array.isArray(span)) return null;
    const [start, end] = span.map(Number);
    if (!Number.isInteger(start) || !Number.isInteger(end) || end! <= start!) return null;
    const clamp = (n: number) => Math.max(0, Math.min(n, this.to.length - 1));
    const from = this.to[clamp(start!)]!;
    return [from, Math.max(this.to[clamp(end!)]!, from)];
  }

  slice = (span: Span | null): string => (span ? this.text.slice(span[0], span[1]) : "");

  /** Where a gold string stands: inside `within` if it does, else its first occurrence after the title, else anywhere. */
  find(wanted: string, within: Span | null = null): Span | null {
    const s = squash(wanted);
    if (s === "") return null;
    if (within) {
      const inside = this.text.indexOf(s, within[0]);
      if (inside >= 0 && inside + s.length <= within[1]) return [inside, inside + s.length];
    }
    let at = this.text.indexOf(s, this.title ? this.title[1] : 0);
    if (at < 0) at = this.text.indexOf(s);
    return at >= 0 ? [at, at + s.length] : null;
  }

  /** Every occurrence as whole words outside the title. */
  findAll(wanted: string): Span[] {
    const s = squash(wanted);
    if (s === "") return [];
    const escaped = s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return [...this.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, "gu"))]
      .map((match): Span => [match.index, match.index + match[0].length])
      .filter((span) => !this.inTitle(span));
  }

  inTitle = (span: Span | null): boolean =>
    this.title !== null && span !== null && span[0] >= this.title[0] && span[1] <= this.title[1];

  sentenceOf = (span: Span): number => this.sentences.findIndex(([start, end]) => start <= span[0] && span[0] < end);
}
