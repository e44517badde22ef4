/**
 * `npm start`: builds what needs building, reads the bundled story, one event told by three opposed outlets, and opens the
 * workbench on it. `npm start -- --no-serve` stops after reading; other arguments go to `hearsay serve`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}dist/cli.js`;
const story = `${root}corpus/story`;

/** Time of the latest change to any file in these folders. */
function latest(...folders) {
  let time = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(root + folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) time = Math.max(time, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs);
    }
  }
  return time;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(cli) || statSync(cli).mtimeMs < latest("src", "lexicon", "workbench"))
  run("npm", ["run", "--silent", "build"]);

const reports = readdirSync(story)
  .filter((name) => /\.(txt|html)$/.test(name))
  .sort()
  .map((name) => `${story}/${name}`);
run(process.execPath, [cli, "read", ...reports]);

console.log(`
Read your own: npx hearsay read FILE     (a .txt or .html file, a folder, an address, or - for standard input)
Why a claim:   npx hearsay read FILE --explain c1
Why not:       npx hearsay read FILE --why-not "some words"
`);
// The workbench with the same story, until it is stopped; without a terminal (in a script) there is nobody to look at it.
if (process.stdout.isTTY) run(process.execPath, [cli, "serve", "--open"]);
