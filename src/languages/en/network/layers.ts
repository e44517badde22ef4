import { STATE_SCALE } from "./kernel.ts";
import type { Model } from "./model.ts";
import { makeWordInput } from "./word-input.ts";
import { up, type Workshop } from "./workshop.ts";

/** Word types whose first-layer products are kept. */
export const TYPES = 4096;

export interface Layers {
  /** Reads a sentence; returns where the last layer and the one below it left their states (int16 rows of 2 × hidden). */
  encode(words: readonly string[], low: readonly string[]): { readonly top: number; readonly below: number };
}

/** The BiLSTM layers over word inputs. */
export function makeLayers(shop: Workshop, model: Model): Layers {
  const { k, rows, ones, scales } = shop;
  const { hidden: H, layers: count } = model.config;
  const G = 4 * H;
  const input = makeWordInput(model);
  const inputs = up(input.width, 8);
  const layers = Array.from({ length: count }, (_, l) =>
    [0, 1].map((d) => {
      const name = `lstm_${l}_${d}`;
      const [width, scale] = l === 0 ? [inputs, 1] : [2 * H, STATE_SCALE];
      return {
        input: shop.place([`${name}_input`], [`${name}_bias`], width, scale),
        recurrent: shop.place([`${name}_recurrent`], [null], H, STATE_SCALE),
      };
    }),
  );
  const types = shop.float(TYPES * 2 * G);
  const given = shop.float(rows * G);
  const scratch = shop.float(G + H);
  const states = [shop.short(rows * 2 * H), shop.short(rows * 2 * H)] as const;
  const wordAt = shop.float(inputs);
  const wordShorts = shop.short(inputs);

  /** Number of a word type; its first-layer products of both directions are made once. */
  const typeOf = new Map<string | null, number>();
  const embedding = new Float32Array(inputs);
  function type(word: string | null, low: string): number {
    const known = typeOf.get(word);
    if (known !== undefined) return known;
    const slot = typeOf.size;
    input.write(word, low, embedding);
    k.floats.set(embedding, wordAt / 4);
    k.quantise(wordAt, wordShorts, scales, 1, inputs);
    for (const d of [0, 1]) {
      shop.multiply(wordShorts, scales, layers[0]![d]!.input, types + 4 * (2 * slot + d) * G, 1);
    }
    typeOf.set(word, slot);
    return slot;
  }

  const slots = new Int32Array(rows);
  return {
    encode(words, low) {
      const size = words.length + 1;
      // A full cache is emptied, so a sentence's types must be in it together: room for them is made beforehand.
      if (typeOf.size + size > TYPES) typeOf.clear();
      slots[0] = type(null, "");
      for (let i = 1; i < size; i++) slots[i] = type(words[i - 1]!, low[i - 1]!);
      let below = 0;
      let out = 0;
      for (let l = 0; l < count; l++) {
        below = out;
        out = states[l & 1]!;
        for (const d of [0, 1] as const) {
          const weights = layers[l]![d]!;
          if (l === 0) gather(size, d);
          else shop.multiply(below, ones, weights.input, given, size);
          k.lstm(given, weights.recurrent.at, weights.recurrent.scales, out + 2 * d * H, 4 * H, scratch, size, H, d);
        }
      }
      return { top: out, below: count > 1 ? below : out };
    },
  };

  function gather(size: number, direction: 0 | 1): void {
    for (let t = 0; t < size; t++) {
      const from = types / 4 + (2 * slots[t]! + direction) * G;
      k.floats.copyWithin(given / 4 + t * G, from, from + G);
    }
  }
}
