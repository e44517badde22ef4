import type { SourceMapEntry } from "../../core/document.ts";

/** Builds the clean text and, as it grows, the map back to the original. Runs that continue each other become one. */
export class CleanText {
  readonly #parts: string[] = [];
  readonly #map: { clean: number; original: number; length: number }[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Text that stands in the original, character for character, from `original` on. */
  copy(text: string, original: number): void {
    if (text === "") return;
    const last = this.#map.at(-1);
    if (last && last.clean + last.length === this.#length && last.original + last.length === original) {
      last.length += text.length;
    } else {
      this.#map.push({ clean: this.#length, original, length: text.length });
    }
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Text that an entity ("&amp;") stands for: it has a place, but is written otherwise. */
  decode(text: string, original: number): void {
    this.#map.push({ clean: this.#length, original, length: text.length });
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Text that stands for something else in the original: a collapsed space, a paragraph end. */
  insert(text: string): void {
    if (text === "") return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  finish(): { readonly text: string; readonly sourceMap: readonly SourceMapEntry[] } {
    return { text: this.#parts.join(""), sourceMap: this.#map };
  }
}
