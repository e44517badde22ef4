/** Builds the workbench before the tests where its sources are newer than what was built, so that no test looks at an old page. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { CHROMIUM } from "./chromium.ts";

const at = (path: string) => new URL(path, import.meta.url).pathname;

function newest(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name) && !entry.parentPath.endsWith("/testing"))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}

export default async function setup(): Promise<void> {
  if (!existsSync(CHROMIUM)) return;
  const page = at("../../dist/workbench/index.html");
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (built > Math.max(newest(at("..")), newest(at("../../src/core")))) return;
  // What is tested is what is shipped: React's own build for production, which it chooses by this name.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  await build({ configFile: at("../vite.config.ts"), mode: "production", logLevel: "error" });
  process.env.NODE_ENV = before;
}
