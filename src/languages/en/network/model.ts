/** The files of the model (`models/en/FORMAT.md`), opened but not yet in the kernel's memory. */
export interface ModelFiles {
  /** `network.json` */
  readonly header: Uint8Array;
  /** `network.bin` */
  readonly tensors: Uint8Array;
  /** `words.bin` */
  readonly words: Uint8Array;
  /** `tag-pairs.tsv`: universal and Penn tags that go together. */
  readonly tagPairs: Uint8Array;
}

interface TensorEntry {
  readonly shape: readonly number[];
  readonly type: "int8" | "float32" | "uint32";
  readonly at: number;
  readonly scales_at?: number;
}

interface Header {
  readonly config: {
    readonly hidden: number;
    readonly layers: number;
    readonly arc: number;
    readonly relation: number;
    readonly tags_from: "top" | "below";
    readonly distances: number;
  };
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly names: readonly string[];
    readonly relations: readonly string[];
  };
  readonly characters: readonly string[];
  readonly tensors: Readonly<Record<string, TensorEntry>>;
  readonly vectors: {
    readonly rows: number;
    readonly dimensions: number;
    readonly keys_at: number;
    readonly scales_at: number;
    readonly rows_at: number;
  };
}

/** A matrix of int8 rows, each with a scale. */
export interface Quantised {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

export interface Model extends Pick<Header, "config" | "labels" | "characters"> {
  readonly quantised: (name: string) => Quantised;
  readonly floats: (name: string) => Float32Array;
  readonly keys: (name: string) => Uint32Array;
  readonly vectorKeys: Uint32Array;
  readonly vectors: Quantised;
  /** Label numbers of the tags that go together, [upos, xpos, upos, xpos, …]. */
  readonly tagPairs: Int32Array;
}

export function openModel(files: ModelFiles): Model {
  const header = JSON.parse(new TextDecoder().decode(files.header)) as Header;
  const tensors = aligned(files.tensors);
  const words = aligned(files.words);
  const entry = (name: string): TensorEntry => {
    const found = header.tensors[name];
    if (!found) throw new Error(`the parser model has no tensor ${name}`);
    return found;
  };
  const { vectors } = header;
  return {
    config: header.config,
    labels: header.labels,
    characters: header.characters,
    quantised(name) {
      const { shape, at, scales_at } = entry(name);
      const [rows, columns] = shape as [number, number];
      return {
        rows,
        columns,
        values: new Int8Array(tensors, at, rows * columns),
        scales: new Float32Array(tensors, scales_at, rows),
      };
    },
    floats: (name) => new Float32Array(tensors, entry(name).at, entry(name).shape[0]),
    keys: (name) => new Uint32Array(tensors, entry(name).at, entry(name).shape[0]),
    vectorKeys: new Uint32Array(words, vectors.keys_at, vectors.rows),
    vectors: {
      rows: vectors.rows,
      columns: vectors.dimensions,
      values: new Int8Array(words, vectors.rows_at, vectors.rows * vectors.dimensions),
      scales: new Float32Array(words, vectors.scales_at, vectors.rows),
    },
    tagPairs: pairsOf(new TextDecoder().decode(files.tagPairs), header.labels),
  };
}

function pairsOf(table: string, labels: Header["labels"]): Int32Array {
  const pairs = table.split("\n").map((line) => line.split("\t") as [string, string]);
  const known = pairs.map(([upos, xpos]) => [labels.upos.indexOf(upos), labels.xpos.indexOf(xpos)]);
  return Int32Array.from(known.filter(([a, b]) => a! >= 0 && b! >= 0).flat());
}

/** The bytes as a buffer that typed arrays can look into; copied only where they do not begin at a multiple of 4. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  if (bytes.byteOffset === 0 && bytes.buffer instanceof ArrayBuffer) return bytes.buffer;
  return bytes.slice().buffer as ArrayBuffer;
}
