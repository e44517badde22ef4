/** Compiles the parser's WebAssembly kernel (src/languages/en/network/kernel.wat) into dist/data/kernel.wasm. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

const root = new URL("..", import.meta.url).pathname;

export async function buildKernel(): Promise<void> {
  const source = readFileSync(join(root, "src/languages/en/network/kernel.wat"), "utf8");
  const module = (await wabt()).parseWat("kernel.wat", source, { simd: true });
  mkdirSync(join(root, "dist/data"), { recursive: true });
  writeFileSync(join(root, "dist/data/kernel.wasm"), module.toBinary({}).buffer);
  module.destroy();
}
