/**
 * Finds reports that carry the same text, whole or in another frame: by-lines, headings and a paragraph more or less do not hide a wire
 * copy. MinHash over runs of five words, looked up by bands; confirmed by the estimated share of common runs.
 */
const RUN = 5;
const HASHES = 48;
const BANDS = 12;
const ROWS = HASHES / BANDS;
/** Estimated share of common runs from which on two texts are copies. */
export const COPY_SHARE = 0.6;
/** Fewer words than this have too few runs to tell. */
const MIN_WORDS = 40;

/** 48 minima; null where the text is too short to tell. */
export type Signature = Uint32Array;

const mix = (x: number): number => {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

export function signature(text: string): Signature | null {
  const words: number[] = [];
  for (const match of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    let h = 2166136261;
    for (let i = 0; i < match[0].length; i++) h = Math.imul(h ^ match[0].charCodeAt(i), 16777619);
    words.push(h >>> 0);
  }
  if (words.length < MIN_WORDS) return null;
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (let i = 0; i + RUN <= words.length; i++) {
    let run = 17;
    for (let j = 0; j < RUN; j++) run = (Math.imul(run, 31) + words[i + j]!) | 0;
    const first = mix(run);
    const step = mix(run ^ 0x9e3779b9) | 1;
    // Double hashing: 48 hash functions from two.
    for (let k = 0, h = first; k < HASHES; k++, h = (h + step) >>> 0) {
      const value = mix(h + k);
      if (value < minima[k]!) minima[k] = value;
    }
  }
  return minima;
}

/** Keys under which copies meet: equal in at least one band. */
export function bandKeys(minima: Signature): string[] {
  const keys: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let h = band;
    for (let row = 0; row < ROWS; row++) h = mix(Math.imul(h, 31) + minima[band * ROWS + row]!);
    keys.push(`${band}:${h.toString(36)}`);
  }
  return keys;
}

/** Estimated share of runs that both texts have. */
export function commonShare(a: Signature, b: Signature): number {
  let same = 0;
  for (let k = 0; k < HASHES; k++) if (a[k] === b[k]) same++;
  return same / HASHES;
}

/** In memory, for batch runs; stores keep signatures and bands in tables. */
export class CopyFinder {
  private readonly bands = new Map<string, string[]>();
  private readonly signatures = new Map<string, { signature: Signature; original: string }>();

  /** The report whose text this one carries; null where it is the first of its kind. */
  add(report: string, text: string): string | null {
    const minima = signature(text);
    if (!minima) return null;
    let best: { share: number; original: string } | null = null;
    const keys = bandKeys(minima);
    for (const key of keys) {
      for (const other of this.bands.get(key) ?? []) {
        const known = this.signatures.get(other)!;
        const share = commonShare(minima, known.signature);
        if (share >= COPY_SHARE && (best === null || share > best.share)) best = { share, original: known.original };
      }
    }
    this.signatures.set(report, { signature: minima, original: best?.original ?? report });
    // Copies post nothing: the first print stands for all of them.
    if (best === null) for (const key of keys) this.bands.set(key, [...(this.bands.get(key) ?? []), report]);
    return best?.original ?? null;
  }
}
