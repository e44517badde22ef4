/** `npm run eval -- NAME [--data PATH] [--json]`: runs the eval in `eval/NAME/index.ts`. */
import { existsSync, readdirSync } from "node:fs";
import { type EvalArgs, parseArgs } from "./args.ts";

const here = new URL(".", import.meta.url);
const [name, ...argv] = process.argv.slice(2);
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, here)))
  .map((entry) => entry.name)
  .sort();

if (name === undefined || !names.includes(name)) {
  console.error(`usage: npm run eval -- NAME [--data PATH] [--json]\nNAME is one of: ${names.join(", ")}`);
  process.exit(2);
}
const { run } = (await import(`./${name}/index.ts`)) as { run: (args: EvalArgs) => Promise<void> };
try {
  await run(parseArgs(argv));
} catch (error) {
  console.error(`${name}: ${(error as Error).message}`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
