import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readInFull } from "../../src/index.ts";
import { type EvalArgs, lastLine, option } from "../args.ts";
import { dataPath } from "../shared.ts";

const FILES = ["tst1.jsonl", "tst2.jsonl", "dev.jsonl"];
const WARM_UP = 20;

/**
 * `npm run eval -- speed [--data FILE.jsonl|FOLDER] [--limit N]`: whole reports to ledgers, on one core.
 * Cold start is the built package (dist/) in a process of its own: from start to the first ledger in hand.
 */
export async function run(args: EvalArgs): Promise<void> {
  const limit = Number(option(args, "limit") ?? 600);
  const texts = load(dataPath(args.data, "data/muc4")).slice(0, limit);
  for (const text of texts.slice(0, WARM_UP)) await readInFull(text);
  let sentences = 0;
  let tokens = 0;
  const start = process.hrtime.bigint();
  for (const text of texts) {
    const { syntax } = (await readInFull(text)).reading;
    sentences += syntax.sentenceStart.length - 1;
    tokens += syntax.length;
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const figures = {
    sentences_per_s: sentences / seconds,
    tokens_per_s: tokens / seconds,
    peak_mb: process.resourceUsage().maxRSS / 1024,
    cold_ms: coldStart(texts[0]!),
  };
  if (args.json) console.log(JSON.stringify({ reports: texts.length, sentences, tokens, seconds, ...figures }));
  else console.log(`${texts.length} reports, ${sentences} sentences, ${tokens} tokens in ${seconds.toFixed(1)} s`);
  console.log(lastLine("speed", figures));
}

function load(path: string): string[] {
  const files = statSync(path).isDirectory() ? FILES.map((file) => join(path, file)).filter(existsSync) : [path];
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}

/** Median of five runs, in milliseconds. */
function coldStart(text: string): number {
  const built = new URL("../../dist/index.js", import.meta.url);
  if (!existsSync(built)) throw new Error("cold start is measured on the built package: run `npm run build` first");
  const program = `import { readFileSync } from "node:fs"; import { read } from ${JSON.stringify(built.href)}; await read(readFileSync(0, "utf8"));`;
  const runs = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { input: text });
    if (status !== 0) throw new Error(`the built package does not run: ${stderr}`);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return runs.sort((a, b) => a - b)[2]!;
}
