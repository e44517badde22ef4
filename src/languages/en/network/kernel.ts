/** The WebAssembly kernel (`kernel.wat`) over one memory, from which addresses are handed out once, at load. */
export interface Kernel {
  readonly bytes: Int8Array;
  readonly shorts: Int16Array;
  readonly floats: Float32Array;
  /** A fresh stretch of memory, zeroed; its address is a multiple of 16. */
  allocate(bytes: number): number;
  readonly multiply: (
    x: number,
    rowScales: number,
    w: number,
    scales: number,
    bias: number,
    y: number,
    rows: number,
    outputs: number,
    inputs: number,
  ) => void;
  readonly lstm: (
    given: number,
    w: number,
    scales: number,
    out: number,
    stride: number,
    scratch: number,
    steps: number,
    units: number,
    backward: 0 | 1,
  ) => void;
  readonly activate: (x: number, count: number) => void;
  readonly quantise: (x: number, q: number, scales: number, rows: number, count: number) => void;
  readonly dots: (a: number, b: number, y: number, rows: number, columns: number, count: number) => void;
}

/** States of an LSTM are int16 with this scale: 1 is 16384. */
export const STATE_SCALE = 1 / 16384;

export async function startKernel(module: Uint8Array, size: number): Promise<Kernel> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65536) });
  const { instance } = await WebAssembly.instantiate(module as Uint8Array<ArrayBuffer>, { host: { memory } });
  let top = 16;
  return {
    ...(instance.exports as unknown as Omit<Kernel, "bytes" | "shorts" | "floats" | "allocate">),
    bytes: new Int8Array(memory.buffer),
    shorts: new Int16Array(memory.buffer),
    floats: new Float32Array(memory.buffer),
    allocate(bytes) {
      const at = top;
      top = (top + bytes + 15) & ~15;
      if (top > memory.buffer.byteLength) throw new Error("the parser model does not fit the memory planned for it");
      return at;
    },
  };
}
