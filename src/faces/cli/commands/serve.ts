import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { openCase, Problem, version } from "../../../index.ts";
import { type CaseFlags, caseOption, casePath } from "../case.ts";
import type { Context } from "./index.ts";

interface ServeFlags extends CaseFlags {
  readonly port: string;
  readonly host: string;
  readonly offline?: true;
  readonly open?: true;
  readonly story: boolean;
}

/** Beside the built file and beside the sources alike: the package's own folders. */
const packaged = (path: string): string => {
  const built = fileURLToPath(new URL(`../${path}`, import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
};

/** The bundled story: the reports, not what is written about them. */
const story = () =>
  readdirSync(packaged("corpus/story"))
    .filter((name) => /\.(txt|html)$/.test(name))
    .sort()
    .map((name) => ({ kind: "path" as const, path: join(packaged("corpus/story"), name) }));

/** Serves the workbench and its API until it is stopped. A new case begins with the bundled story. */
export function configure(command: Command, { terminal }: Context): void {
  caseOption(command)
    .option("--port <n>", "port to listen on; 0 takes any free one", "4327")
    .option(
      "--host <address>",
      "address to bind to; anything but loopback needs the token that is printed",
      "127.0.0.1",
    )
    .option("--offline", "fetch nothing, whatever is asked for")
    .option("--open", "open the workbench in the browser")
    .option("--no-story", "begin a new case empty, without the bundled story")
    .action(async (flags: ServeFlags) => {
      const port = Number(flags.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new Problem("E-CLI-07", `"${flags.port}" is no port.`, "Give a number from 0 to 65535.");
      }
      const path = casePath(flags);
      const isNew = !existsSync(path);
      const hearsay = await openCase(path);
      if (isNew && flags.story) await hearsay.add(story());
      const { startServer } = await import("../../http/serve.ts");
      const served = await startServer(hearsay, {
        port,
        host: flags.host,
        offline: flags.offline === true,
        version: await version(),
        workbench: packaged("dist/workbench"),
      });
      terminal.out(`Hearsay is at ${served.url}\nCase: ${path}. Stop with Ctrl C; everything is kept.\n`);
      if (flags.open) openBrowser(served.url);
      await new Promise<void>((stop) => {
        process.once("SIGINT", () => stop());
        process.once("SIGTERM", () => stop());
      });
      await served.close();
      await hearsay.close();
    });
}

/** Asks the system for its browser; where there is none, the printed address is enough. */
function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  spawn(program!, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
