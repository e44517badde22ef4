import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { serve } from "@hono/node-server";
import type { Case } from "../../index.ts";
import { createApp } from "./app.ts";
import { loadFiles } from "./static.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to bind to. Anything but loopback needs the token that is made for it. */
  readonly host: string;
  readonly offline: boolean;
  readonly version: string;
  /** Folder of the built workbench. */
  readonly workbench: string;
}

export interface Served {
  /** Address to open, token included where one is needed. */
  readonly url: string;
  close(): Promise<void>;
}

/** Bound to every address of this machine, a server answers to each of them, and to the machine's name; never to any other. */
const ownNames = (): string[] => [
  ...Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => (isIP(address) === 6 ? `[${address}]` : address)),
  ),
  "localhost",
  hostname().toLowerCase(),
];

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

export function startServer(hearsay: Case, options: ServeOptions): Promise<Served> {
  const { host, port, offline, version } = options;
  const local = LOOPBACK.has(host);
  const token = local ? null : randomBytes(24).toString("base64url");
  const bracketed = isIP(host) === 6 ? `[${host}]` : host;
  const hosts = local
    ? ["127.0.0.1", "localhost", "[::1]"]
    : ["0.0.0.0", "::"].includes(host)
      ? [bracketed, ...ownNames()]
      : [bracketed];
  const app = createApp(hearsay, { hosts, token, offline, version, files: loadFiles(options.workbench) });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: bound }) => {
      resolve({
        url: `http://${bracketed}:${bound}/${token === null ? "" : `?token=${token}`}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
    server.on("error", reject);
  });
}
