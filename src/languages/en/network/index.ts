/**
 * The parser network of `models/en/FORMAT.md`: word inputs, BiLSTM layers, tags, arcs, relations. Integers inside (int8 weights,
 * int16 activations), so one text gives one parse everywhere. Nothing is allocated while a sentence is read.
 */
import { makeArcs } from "./arcs.ts";
import { STATE_SCALE, startKernel } from "./kernel.ts";
import { type Analysis, makeRelations, makeTags } from "./labels.ts";
import { makeLayers, TYPES } from "./layers.ts";
import { type Model, type ModelFiles, openModel } from "./model.ts";
import { makeWorkshop } from "./workshop.ts";

export interface Network {
  readonly labels: Model["labels"];
  /** Most words a sentence may have. */
  readonly longest: number;
  /** `words` as written, `low` folded as in `Syntax.lower`. */
  analyse(words: readonly string[], low: readonly string[]): Analysis;
  /** For tests: states of the last layer at a position, and arc scores of a word, of the sentence just analysed. */
  readonly inside: { top(position: number): Float32Array; arcs(word: number): Float32Array };
}

const LONGEST = 256;

export async function loadNetwork(module: Uint8Array, files: ModelFiles): Promise<Network> {
  const model = openModel(files);
  const { config, labels } = model;
  const S = 2 * config.hidden;
  const rows = LONGEST + 4;
  const k = await startKernel(module, memoryFor(model, files, rows));
  const shop = makeWorkshop(k, model, rows);
  const column = () => new Int32Array(rows);
  const found: Analysis = { heads: column(), relations: column(), upos: column(), xpos: column(), names: column() };
  const layers = makeLayers(shop, model);
  const arcs = makeArcs(shop, model);
  const readTags = makeTags(shop, model, found);
  const readRelations = makeRelations(shop, model, found);
  let last = 0;

  return {
    labels,
    longest: LONGEST,
    analyse(words, low) {
      const size = words.length + 1;
      const { top, below } = layers.encode(words, low);
      readTags(config.tags_from === "top" ? top : below, size);
      readRelations(top, size, arcs.tree(top, size));
      last = top;
      return found;
    },
    inside: {
      top: (position) =>
        Float32Array.from(
          k.shorts.subarray(last / 2 + position * S, last / 2 + (position + 1) * S),
          (x) => x * STATE_SCALE,
        ),
      arcs: arcs.scores,
    },
  };
}

/** Bytes that cover weights with padding, the word types, and the work space of the longest sentence. */
function memoryFor(model: Model, files: ModelFiles, rows: number): number {
  const { hidden, arc, relation } = model.config;
  const perRow = 24 * hidden + 14 * (arc + 8) + 26 * (relation + 8) + 4 * rows + 2048;
  return 2 * files.tensors.byteLength + 32 * TYPES * hidden + rows * perRow + 65536;
}
