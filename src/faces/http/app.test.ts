import { get, request } from "node:http";
import { describe, expect, test } from "vitest";
import { type Case, Problem } from "../../index.ts";
import { createApp } from "./app.ts";
import { BODY_LIMIT } from "./guard.ts";
import { startServer } from "./serve.ts";

/** A case that answers what a test gives it; everything else is a mistake of the test. */
const fake = (answers: Partial<Case>): Case => answers as Case;

const app = (answers: Partial<Case> = {}, options: { token?: string; offline?: boolean } = {}) =>
  createApp(fake(answers), {
    hosts: ["127.0.0.1", "localhost"],
    token: options.token ?? null,
    offline: options.offline ?? false,
    version: "1.0.0",
    files: new Map([["/index.html", new TextEncoder().encode("<!doctype html>")]]),
  });

const local = { host: "127.0.0.1:4327" };
const ours = { ...local, origin: "http://127.0.0.1:4327", "content-type": "application/json" };
const counts = { reports: 1, events: 2, claims: 3, dossiers: 2, waiting: 0, corrections: 0, decisions: 0 };
const url = (path: string) => `http://127.0.0.1:4327${path}`;

describe("only our own pages are answered", () => {
  const server = app({ counts: async () => counts });

  test("a local request is answered, under a strict policy", async () => {
    const response = await server.request(url("/api/counts"), { headers: local });
    expect(await response.json()).toEqual(counts);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  });

  test("another host name is refused: DNS rebinding", async () => {
    const response = await server.request(url("/api/counts"), { headers: { host: "evil.example:4327" } });
    expect(response.status).toBe(421);
    expect(await response.json()).toMatchObject({ code: "E-HTTP-01" });
  });

  test.each([
    ["another origin", { origin: "http://evil.example" }],
    ["another port of this machine", { origin: "http://127.0.0.1:9999" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a cross-site request without origin", { "sec-fetch-site": "cross-site" }],
  ])("%s is refused", async (_, headers) => {
    const response = await server.request(url("/api/counts"), { headers: { ...local, ...headers } });
    expect(response.status).toBe(403);
  });

  test("a write needs an origin or our header", async () => {
    const body = JSON.stringify({ author: "a" });
    const undo = (headers: Record<string, string>) =>
      app({ undo: async () => undefined }).request(url("/api/history/d1/undo"), {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
      });
    expect((await undo(local)).status).toBe(403);
    expect((await undo(ours)).status).toBe(204);
    expect((await undo({ ...local, "x-hearsay": "1" })).status).toBe(204);
  });
});

describe("a server bound elsewhere", () => {
  const server = app({ counts: async () => counts }, { token: "s3cret-token" });

  test.each([
    ["without its token", {}, 401],
    ["with a wrong one", { authorization: "Bearer s3cret-tokem" }, 401],
    ["with its token", { authorization: "Bearer s3cret-token" }, 200],
    ["with the cookie", { cookie: "a=b; hearsay=s3cret-token" }, 200],
  ])("%s", async (_, headers, status) => {
    expect((await server.request(url("/api/counts"), { headers: { ...local, ...headers } })).status).toBe(status);
  });

  test("the printed address sets the cookie, which no script can read", async () => {
    const response = await server.request(url("/?token=s3cret-token"), { headers: local });
    expect(response.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
  });
});

test("a server bound to every address answers to this machine's, with its token, and to no other name", async () => {
  const served = await startServer(fake({ counts: async () => counts }), {
    port: 0,
    host: "0.0.0.0",
    offline: true,
    version: "1",
    workbench: "nowhere",
  });
  const { port, searchParams } = new URL(served.url);
  const at = `http://127.0.0.1:${port}/api/counts`;
  const token = { authorization: `Bearer ${searchParams.get("token")}` };
  expect((await fetch(at)).status).toBe(401);
  expect((await fetch(at, { headers: token })).status).toBe(200);
  const status = await new Promise((resolve) =>
    get(at, { headers: { ...token, host: "evil.example" } }, (answer) => resolve(answer.statusCode)),
  );
  expect(status).toBe(421);
  await served.close();
});

describe("the API", () => {
  test("a request that does not fit is told why", async () => {
    const response = await app().request(url("/api/reports?limit=0"), { headers: local });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "E-HTTP-06", message: expect.stringContaining("limit") });
  });

  test("a Problem of the case is passed on with its code", async () => {
    const report = async () => {
      throw new Problem("E-CASE-01", "There is no report x.", "List them with hearsay reports.");
    };
    const response = await app({ report }).request(url("/api/reports/x"), { headers: local });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "E-CASE-01", message: expect.stringContaining("List them") });
  });

  test("an original is always a download", async () => {
    const original = async () => ({
      bytes: new TextEncoder().encode("<script>"),
      mediaType: "text/html",
      name: "a b.html",
    });
    const response = await app({ original }).request(url("/api/reports/x/original"), { headers: local });
    expect(response.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a%20b.html");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
  });

  test("a body over the limit is refused before it is read", async () => {
    const response = await app().request(url("/api/reports"), {
      method: "POST",
      headers: { ...ours, "content-length": "99999999999" },
      body: "{}",
    });
    expect(response.status).toBe(413);
  });

  test("a body that does not say how long it is is counted as it comes in, and refused at the limit", async () => {
    const served = await startServer(fake({}), {
      port: 0,
      host: "127.0.0.1",
      offline: true,
      version: "1",
      workbench: "nowhere",
    });
    // Chunked: no content-length. Far more is offered than is taken.
    const piece = new Uint8Array(1024 * 1024).fill(120);
    let sent = 0;
    const status = await new Promise<number | string>((resolve) => {
      const { port } = new URL(served.url);
      const client = request(
        {
          port,
          host: "127.0.0.1",
          path: "/api/files",
          method: "POST",
          headers: { "x-hearsay": "1", "content-type": "application/octet-stream" },
        },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          client.destroy();
        },
      );
      // A server that has seen enough may hang up while we still talk.
      client.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
      const push = () => {
        if (client.destroyed || sent > 4 * BODY_LIMIT) return;
        sent += piece.length;
        client.write(piece, push);
      };
      push();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(2 * BODY_LIMIT);
    await served.close();
  }, 60_000);

  test("an import runs on and can be followed", async () => {
    const summary = {
      read: [{ name: "pasted text", report: "r", claims: 2 }],
      skipped: [],
      left: [],
      updated: [],
      failed: [],
      seconds: 0.1,
    };
    const server = app({ add: async () => summary });
    const body = JSON.stringify({ inputs: [{ kind: "text", text: "Rebels shelled a camp." }] });
    const started = await server.request(url("/api/reports"), { method: "POST", headers: ours, body });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    const job = await server.request(url(`/api/jobs/${id}`), { headers: local });
    expect(await job.json()).toMatchObject({ state: "done", summary });
  });

  test("a feed is followed and what is new fetched as an import; not when offline", async () => {
    const feed = { id: "f", url: "https://wire.example/rss", title: "Wire", pulled: null, problem: null };
    const summary = { read: [], skipped: [], updated: [], left: [], failed: [], seconds: 0 };
    const answers = { addFeed: async () => feed, feeds: async () => [feed], pullFeeds: async () => summary };
    const post = (path: string, server = app(answers)) =>
      server.request(url(path), { method: "POST", headers: ours, body: JSON.stringify({ url: feed.url }) });
    expect(await (await post("/api/feeds")).json()).toEqual(feed);
    expect(await (await post("/api/feeds/pull")).json()).toMatchObject({ label: "feeds" });
    const offline = app(answers, { offline: true });
    for (const path of ["/api/feeds", "/api/feeds/pull"]) expect((await post(path, offline)).status).toBe(422);
  });

  test("a path of the server's machine cannot be added over HTTP", async () => {
    const body = JSON.stringify({ inputs: [{ kind: "path", path: "/etc/passwd" }] });
    const response = await app().request(url("/api/reports"), { method: "POST", headers: ours, body });
    expect(response.status).toBe(400);
  });

  test("every route is documented, for machines and for people", async () => {
    const server = app();
    const document = (await (await server.request(url("/api/openapi.json"), { headers: local })).json()) as {
      paths: object;
    };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(["/api/reports", "/api/dossiers/{id}", "/api/queue", "/api/corrections", "/api/export"]),
    );
    const page = await (await server.request(url("/api"), { headers: local })).text();
    expect(page).toContain('href="/api.css"');
    for (const words of ["GET /api/dossiers/{id}", "page of ReportRow", "list of Feed", "POST /api/files"])
      expect(page).toContain(words);
  });

  test("addresses of the workbench give its page, others a problem", async () => {
    expect((await app().request(url("/reports/sha256:abc"), { headers: local })).headers.get("content-type")).toContain(
      "text/html",
    );
    expect((await app().request(url("/api/nothing"), { headers: local })).status).toBe(404);
  });
});
