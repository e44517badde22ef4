/**
 * The workbench in a real browser, over a real case that holds the story of the first start. Skipped with a clear line where there is no
 * Chromium.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { describe, expect, test as plain } from "vitest";
import { startServer } from "../../src/faces/http/serve.ts";
import { type Case, openCase } from "../../src/index.ts";
import { LIMITS } from "../../src/intake/fetch.ts";
import { CHROMIUM, FLAGS } from "./chromium.ts";

export const BUILT = new URL("../../dist/workbench/", import.meta.url).pathname;
const STORY = new URL("../../corpus/story/", import.meta.url).pathname;

export const inBrowser = describe.skipIf(!existsSync(CHROMIUM));

type PageOptions = NonNullable<Parameters<Browser["newPage"]>[0]>;

/** A server of another machine, as far as Hearsay knows: what it answers by path, and what it was asked. */
export interface Elsewhere {
  readonly url: string;
  readonly asked: string[];
  /** Path -> what is answered; nothing there is a 404. */
  readonly pages: Map<string, { readonly type: string; readonly body: string; readonly status?: number }>;
}

interface Fixtures {
  /** Every page of the file: no request to another machine, no fault in the page. */
  readonly watch: { readonly strays: string[]; readonly faults: string[] };
  readonly browser: Browser;
  readonly folder: string;
  readonly elsewhere: Elsewhere;
  /** The story, and what the tests of a file add to it. */
  readonly hearsay: Case;
  readonly base: string;
  readonly open: (options?: PageOptions) => Promise<Page>;
  readonly page: Page;
  readonly quiet: undefined;
}

export const test = plain.extend<Fixtures>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
    async ({}, use) => {
      await use({ strays: [], faults: [] });
    },
    { scope: "file" },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "hearsay-workbench-"));
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "file" },
  ],
  elsewhere: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const [pages, asked]: [Elsewhere["pages"], string[]] = [new Map(), []];
      const server = createServer((request: IncomingMessage, response: ServerResponse) => {
        asked.push(request.url ?? "");
        const page = pages.get(request.url ?? "");
        response.writeHead(page?.status ?? (page ? 200 : 404), { "Content-Type": page?.type ?? "text/plain" });
        response.end(page?.body ?? "");
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      const { port } = server.address() as AddressInfo;
      await use({ url: `http://127.0.0.1:${port}`, pages, asked });
      await new Promise((done) => server.close(done));
    },
    { scope: "file" },
  ],
  hearsay: [
    async ({ folder }, use) => {
      // For users only the open internet is asked; in these tests one address of this machine stands for it.
      const limits = { ...LIMITS, allows: (address: string) => address === "127.0.0.1" };
      const hearsay = await openCase(join(folder, "case.hearsay"), { limits });
      const reports = readdirSync(STORY)
        .filter((name) => /\.(txt|html)$/.test(name))
        .sort();
      await hearsay.add(reports.map((name) => ({ kind: "path", path: join(STORY, name) })));
      await use(hearsay);
      await hearsay.close();
    },
    { scope: "file" },
  ],
  base: [
    async ({ hearsay }, use) => {
      const options = { port: 0, host: "127.0.0.1", offline: false, version: "test", workbench: BUILT };
      const served = await startServer(hearsay, options);
      await use(served.url);
      await served.close();
    },
    { scope: "file" },
  ],
  open: async ({ browser, base, watch }, use) => {
    const opened: Page[] = [];
    await use(async (options = {}) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
      page.on("request", (request) => {
        if (!request.url().startsWith(base) && !/^(blob|data):/.test(request.url())) watch.strays.push(request.url());
      });
      page.on("pageerror", (error) => watch.faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && watch.faults.push(message.text()));
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.close();
  },
  page: async ({ open }, use) => {
    await use(await open());
  },
  quiet: [
    async ({ watch }, use) => {
      await use(undefined);
      // Each test answers for its own.
      const seen = { strays: watch.strays.splice(0), faults: watch.faults.splice(0) };
      expect(seen).toEqual({ strays: [], faults: [] });
    },
    { auto: true },
  ],
});

/** Faults that a test meant to bring about are none. */
export function forgive({ faults }: { faults: string[] }, wanted: string): void {
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes(wanted)));
}

/** The report with most claims. */
export const firstReport = async (hearsay: Case) => (await hearsay.reports({ sort: "claims" })).items[0]!;

/** Each event with the dossier it stands in. */
export async function grouping(hearsay: Case): Promise<string[]> {
  const { items } = await hearsay.dossiers();
  const dossiers = await Promise.all(items.map((row) => hearsay.dossier(row.id)));
  return dossiers.flatMap(({ id, members }) => members.map((m) => `${id} ${m.report} ${m.event}`)).sort();
}

/** The dossier of the story's main event: the one that the doctor's account of the market stands in. */
export async function mainDossier(hearsay: Case) {
  const { items } = await hearsay.dossiers();
  const all = await Promise.all(items.map((row) => hearsay.dossier(row.id)));
  return all.find(({ origins, place }) => place?.name === "Bunagana" && origins.some((o) => /^doctor/.test(o.actor)))!;
}

/** Address of a report in the workbench. */
export const readerOf = (base: string, report: string, claim?: string): string =>
  `${base}reports/${encodeURIComponent(report)}${claim ? `?claim=${claim}` : ""}`;
