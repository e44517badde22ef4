/** What /api says of each route is compared with what the route gives, over a real case: the same objects as the library's. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Case, checkLedger, openCase } from "../../index.ts";
import { createApp } from "./app.ts";

const STORY = new URL("../../../corpus/story/", import.meta.url).pathname;
const LOCAL = { host: "127.0.0.1:4327" };
const WRITES = { ...LOCAL, "x-hearsay": "1", "content-type": "application/json" };

let hearsay: Case;
let app: OpenAPIHono;

beforeAll(async () => {
  hearsay = await openCase(":memory:");
  const names = readdirSync(STORY).filter((name) => /\.(txt|html)$/.test(name));
  await hearsay.add(names.map((name) => ({ kind: "path", path: join(STORY, name) })));
  const files = null;
  app = createApp(hearsay, { hosts: ["127.0.0.1"], token: null, offline: false, version: "1", files });
}, 120_000);
afterAll(() => hearsay.close());

const ask = (method: string, path: string, body?: unknown) =>
  app.request(`http://127.0.0.1:4327${path}`, {
    method,
    headers: method === "get" ? LOCAL : WRITES,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** The schema that a route says it answers a success with; null where it answers with nothing or with bytes. */
interface Documented {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly schema: z.ZodType | null;
}

function routes(): Documented[] {
  return app.openAPIRegistry.definitions.flatMap((definition): Documented[] => {
    if (definition.type !== "route") return [];
    const { method, path, responses } = definition.route;
    const status = Number(Object.keys(responses).find((code) => /^2/.test(code)));
    const content = (responses[status] as { content?: Record<string, { schema: z.ZodType }> }).content;
    return [{ method, path, status, schema: content?.["application/json"]?.schema ?? null }];
  });
}

/** A call of each route, and the library's own answer where there is one to compare it with. */
async function calls(): Promise<
  Record<string, { readonly path: string; readonly body?: unknown; readonly same?: () => Promise<unknown> }>
> {
  const [report] = (await hearsay.reports({ sort: "claims" })).items;
  const { id } = report!;
  const view = await hearsay.report(id);
  const [claim] = view.ledger.claims;
  const [dossier] = (await hearsay.dossiers({ sort: "reports" })).items;
  const [pair] = (await hearsay.queue()).items;
  const at = `/api/reports/${encodeURIComponent(id)}`;
  const by = { author: "coder", reason: "as told" };
  const [a, b] = (await hearsay.reports()).items;
  const finding = { kind: "claim" as const, id: claim!.id };
  return {
    "get /api/reports": { path: "/api/reports", same: () => hearsay.reports() },
    "get /api/reports/{id}": { path: at, same: () => hearsay.report(id) },
    "get /api/reports/{id}/explain/{finding}": {
      path: `${at}/explain/${claim!.id}`,
      same: () => hearsay.explain(id, claim!.id),
    },
    "get /api/reports/{id}/why-not": {
      path: `${at}/why-not?start=0&end=400`,
      same: () => hearsay.whyNot(id, [0, 400]),
    },
    "get /api/reports/{id}/original": { path: `${at}/original` },
    "get /api/search": { path: "/api/search?q=market", same: () => hearsay.search("market") },
    "get /api/feeds": { path: "/api/feeds", same: () => hearsay.feeds() },
    "get /api/jobs": { path: "/api/jobs" },
    "get /api/dossiers": { path: "/api/dossiers", same: () => hearsay.dossiers() },
    "get /api/dossiers/{id}": { path: `/api/dossiers/${dossier!.id}`, same: () => hearsay.dossier(dossier!.id) },
    "get /api/queue": { path: "/api/queue", same: () => hearsay.queue() },
    "get /api/aliases": { path: "/api/aliases", same: () => hearsay.aliases() },
    "get /api/diff": {
      path: `/api/diff?a=${encodeURIComponent(a!.id)}&b=${encodeURIComponent(b!.id)}`,
      same: () => hearsay.diff(a!.id, b!.id),
    },
    "post /api/decisions": {
      path: "/api/decisions",
      body: { kind: "hold", a: pair!.a.ref, b: pair!.b.ref, ...by },
    },
    "post /api/corrections": {
      path: "/api/corrections",
      body: { report: id, finding, verdict: "correct", field: "certainty", value: "possible", ...by },
    },
    "get /api/history": { path: "/api/history", same: () => hearsay.history() },
    "get /api/formats": { path: "/api/formats" },
    "get /api/export": {
      path: "/api/export?format=acled&preview=5",
      same: () => hearsay.export({ format: "acled", limit: 5 }),
    },
    "get /api/verify": { path: "/api/verify", same: () => hearsay.verify() },
    "get /api/counts": { path: "/api/counts", same: () => hearsay.counts() },
    "post /api/reports": {
      path: "/api/reports",
      body: { inputs: [{ kind: "text", text: "Rebels shelled a camp near Goma on Tuesday, the army said." }] },
    },
  };
}

/** Tested by name below: each needs something that is not there yet. */
const APART = [
  "get /api/jobs/{id}",
  "delete /api/jobs/{id}",
  "post /api/files",
  "post /api/feeds",
  "post /api/feeds/pull",
  "post /api/history/{id}/undo",
  "delete /api/reports/{id}",
];

test("each route gives what it is documented to give, strictly, and the library's own objects", async () => {
  const called = await calls();
  const documented = routes();
  const names = documented.map(({ method, path }) => `${method} ${path}`);
  expect(names.toSorted()).toEqual([...Object.keys(called), ...APART].toSorted());
  for (const [name, { path, body, same }] of Object.entries(called)) {
    const { status, schema } = documented.find((route) => `${route.method} ${route.path}` === name)!;
    const answer = await ask(name.split(" ")[0]!, path, body);
    expect(answer.status, name).toBe(status);
    if (schema === null) continue;
    const given = await answer.json();
    const fits = schema.safeParse(given);
    expect(fits.success ? [] : fits.error.issues, name).toEqual([]);
    if (same) expect(given, name).toEqual(JSON.parse(JSON.stringify(await same())));
  }
  const { machine, ledger } = await hearsay.report((await hearsay.reports()).items[0]!.id);
  await Promise.all([machine, ledger].map((one) => checkLedger(JSON.parse(JSON.stringify(one)))));
});

test("imports, files, undo and removal answer as documented", async () => {
  const schemaOf = (name: string) => routes().find(({ method, path }) => `${method} ${path}` === name)!.schema!;
  const form = new FormData();
  form.append("files", new File(["Rebels shelled a camp near Beni on Monday, police said."], "beni.txt"));
  const added = await app.request("http://127.0.0.1:4327/api/files", {
    method: "POST",
    headers: { ...LOCAL, "x-hearsay": "1" },
    body: form,
  });
  expect(added.status).toBe(202);
  const job = (await added.json()) as { id: string };
  expect(schemaOf("post /api/files").safeParse(job).error).toBeUndefined();
  await expect
    .poll(async () => (await ask("get", `/api/jobs/${job.id}`)).json())
    .toMatchObject({ state: "done", summary: { read: [{ name: "beni.txt" }] } });
  for (const method of ["get", "delete"]) {
    const one = await (await ask(method, `/api/jobs/${job.id}`)).json();
    expect(schemaOf(`${method} /api/jobs/{id}`).safeParse(one).error).toBeUndefined();
  }
  expect((await ask("get", "/api/jobs/none")).status).toBe(404);

  const refused = await ask("post", "/api/feeds", { url: "http://127.0.0.1:1/feed.xml" });
  expect(await refused.json()).toMatchObject({ code: "E-INTAKE-17" });
  const pulled = await (await ask("post", "/api/feeds/pull", {})).json();
  expect(schemaOf("post /api/feeds/pull").safeParse(pulled).error).toBeUndefined();

  const [latest] = (await hearsay.history({ limit: 1 })).items;
  const id = latest!.kind === "decision" ? latest!.decision.id : latest!.correction.id;
  expect((await ask("post", `/api/history/${id}/undo`, { author: "coder" })).status).toBe(204);
  expect((await ask("post", `/api/history/${id}/undo`, { author: "coder" })).status).toBe(422);
  const beni = (await hearsay.reports({ words: "Beni" })).items.find(({ name }) => name === "beni.txt")!;
  expect((await ask("delete", `/api/reports/${encodeURIComponent(beni.id)}`)).status).toBe(204);
  expect((await ask("delete", `/api/reports/${encodeURIComponent(beni.id)}`)).status).toBe(404);
});
