/**
 * `hearsay/browser` in a real browser, on the page and in a worker: the ledger of stages 2 to 7 is the one that Node gives. Skipped with
 * a clear line where there is no Chromium.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "./languages/en/testing.ts";
import { readDocumentWith } from "./read.ts";
import { loadKnowledge } from "./resources.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ROOT = new URL("../", import.meta.url).pathname;
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".html": "text/html",
  ".json": "application/json",
};

/** What a page has to write to read a report. Runs in the browser, hence as text. */
const READER = `
  const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
  const read = async (document) => {
    const hearsay = await import("/built/browser.js");
    const lexicon = await (await fetch("/dist/data/lexicon.json")).json();
    const language = await hearsay.loadEnglish(
      (name) => bytes(name === "kernel.wasm" ? "/dist/data/kernel.wasm" : "/models/en/" + name), lexicon);
    const gazetteer = hearsay.openGazetteer(await bytes("/dist/data/gazetteer.bin"));
    return (await hearsay.readDocumentWith(document, { version: "test", lexicon, language, gazetteer })).ledger;
  };`;

const document = documentOf(
  "GOMA, DR Congo (Reuters) - Rebels killed nine soldiers near Goma on Monday, the army said.",
  "The M23 denied it.",
);

describe.skipIf(!existsSync(CHROMIUM))("hearsay/browser (skipped without Chromium)", () => {
  let built: string;
  let server: Server;
  let base: string;
  let browser: Browser;
  beforeAll(async () => {
    built = mkdtempSync(join(tmpdir(), "hearsay-browser-"));
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        outDir: built,
        lib: { entry: join(ROOT, "src/browser.ts"), formats: ["es"], fileName: () => "browser.js" },
      },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      if (path === "/page.html") return response.end("<!doctype html><title>page</title>");
      if (path === "/worker.js")
        return response.end(`${READER} onmessage = async ({ data }) => postMessage(await read(data));`);
      const file = path.startsWith("/built/") ? join(built, path.slice(7)) : join(ROOT, path);
      return existsSync(file) ? response.end(readFileSync(file)) : response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(built, { recursive: true, force: true });
  });

  test.each([
    ["on the page", `${READER} read(DOCUMENT)`],
    [
      "in a worker",
      `new Promise((done, failed) => {
        const worker = new Worker("/worker.js", { type: "module" });
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = ({ message }) => failed(new Error(message));
        worker.postMessage(DOCUMENT);
      })`,
    ],
  ])("reads %s as Node does", { timeout: 60_000 }, async (_, script) => {
    const knowledge = { ...(await loadKnowledge()), version: "test" };
    const { ledger } = await readDocumentWith(document, knowledge);
    expect(ledger.claims.length).toBeGreaterThan(1);
    const page = await browser.newPage();
    await page.goto(`${base}/page.html`);
    expect(await page.evaluate(script.replace("DOCUMENT", JSON.stringify(document)))).toEqual(
      JSON.parse(JSON.stringify(ledger)),
    );
    await page.close();
  });
});
