import type { Run } from "./runs.ts";
import { isInvisible, solid } from "./solid.ts";

/**
 * Where the blocks that an extractor kept stand in the page itself. Extractors clone, clean and re-serialise, so their
 * text is looked up again in the page's own text, compared without white space and invisible characters.
 */
export class PageText {
  readonly #runs: readonly Run[];
  /** Visible characters of the page. */
  readonly #solid: string;
  /** Run of each visible character, and its place within the run. */
  readonly #run: Int32Array;
  readonly #within: Int32Array;
  #cursor = 0;

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    const total = runs.reduce((sum, run) => sum + run.text.length, 0);
    this.#run = new Int32Array(total);
    this.#within = new Int32Array(total);
    const parts: string[] = [];
    let n = 0;
    runs.forEach((run, r) => {
      if (run.kind !== "text") return;
      for (let i = 0; i < run.text.length; i++) {
        if (isInvisible(run.text.charCodeAt(i))) continue;
        this.#run[n] = r;
        this.#within[n++] = i;
      }
      parts.push(solid(run.text));
    });
    this.#solid = parts.join("");
  }

  /** The runs of a block, cut to it, line and block breaks between them included; null where the page has no such text. */
  find(block: string): readonly Run[] | null {
    const key = solid(block);
    if (key === "") return null;
    let at = this.#solid.indexOf(key, this.#cursor);
    if (at < 0) at = this.#solid.indexOf(key);
    if (at < 0) return null;
    this.#cursor = at + key.length;
    return this.#cut(at, at + key.length - 1);
  }

  #cut(first: number, last: number): readonly Run[] {
    const [from, to] = [this.#run[first]!, this.#run[last]!];
    const found: Run[] = [];
    for (let r = from; r <= to; r++) {
      const run = this.#runs[r]!;
      const a = r === from ? this.#within[first]! : 0;
      const b = r === to ? this.#within[last]! + 1 : run.text.length;
      const whole = a === 0 && b === run.text.length;
      found.push(whole ? run : { ...run, text: run.text.slice(a, b), start: run.start + a, end: run.start + b });
    }
    return found;
  }
}
