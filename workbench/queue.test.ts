import { expect } from "vitest";
import type { Case } from "../src/index.ts";
import { grouping, inBrowser, test } from "./testing/bench.ts";

/** The pairs that wait, in their order. */
const waitingIn = async (hearsay: Case, list: "queue" | "aliases"): Promise<string[]> =>
  list === "queue"
    ? (await hearsay.queue()).items.map(({ a, b }) => JSON.stringify([a.ref, b.ref]))
    : (await hearsay.aliases()).items.map(({ a, b }) => JSON.stringify([a.name, b.name]));

inBrowser("the match queue", () => {
  test("join two events in the queue and take it back exactly", async ({ page, hearsay, base }) => {
    const { items, total } = await hearsay.queue();
    const { a, b } = items[0]!;
    const before = await grouping(hearsay);
    const one = async () => (await hearsay.dossierOf(a.ref)).id === (await hearsay.dossierOf(b.ref)).id;
    expect(await one()).toBe(false);
    await page.goto(`${base}queue`);
    await page.getByRole("heading", { name: "Same event?" }).waitFor();
    await page.keyboard.press("y");
    await expect.poll(one).toBe(true);
    await page.keyboard.press("u");
    await expect.poll(one).toBe(false);
    await expect.poll(() => grouping(hearsay)).toEqual(before);
    expect((await hearsay.queue()).total).toBe(total);
  });

  test("two names of one actor: joined in the queue, and taken back; the queue's screen is in the address", async ({
    page,
    hearsay,
    base,
  }) => {
    for (const [i, text] of [
      "LAGOS, March 5, 2026 - The Palm Liberation Front attacked an army post in Goma on Tuesday, killing 6 soldiers, officials said.",
      "ABUJA, March 6, 2026 - The Palm Liberation Front Brigade attacked a market in Beni on Thursday, killing 2 people, residents said.",
    ].entries())
      await hearsay.add([{ kind: "text", text, outlet: `Wire ${i}` }]);
    const { total } = await hearsay.aliases();
    expect(total).toBeGreaterThan(0);
    await page.goto(`${base}queue`);
    await page.getByRole("link", { name: "Actors" }).click();
    await page.getByRole("heading", { name: "Same actor?" }).waitFor();
    expect(page.url()).toContain("of=actors");
    await page.getByText("all words of").waitFor();
    await page.keyboard.press("y");
    await expect.poll(async () => (await hearsay.aliases()).total).toBe(total - 1);
    await page.keyboard.press("u");
    await expect.poll(async () => (await hearsay.aliases()).total).toBe(total);
  });

  test.for([
    ["events", "queue", "Same event?", "queue"],
    ["names", "queue?of=actors", "Same actor?", "aliases"],
  ] as const)(
    "h puts off a pair of %s: it waits no more, nothing is joined, u brings it back",
    async ([, path, question, list], { page, hearsay, base }) => {
      const waiting = () => waitingIn(hearsay, list);
      const all = await waiting();
      expect(all.length).toBeGreaterThan(0);
      const before = await grouping(hearsay);
      await page.goto(base + path);
      await page.getByRole("heading", { name: question }).waitFor();
      const pairs = page.locator(".qlist button");
      const listed = await pairs.allTextContents();
      await page.keyboard.press("h");
      // The same event may now be asked about with the member that comes next nearest; this pair is not asked about.
      await expect.poll(waiting).not.toContain(all[0]);
      await expect.poll(() => pairs.count()).toBe((await waiting()).length);
      expect(await grouping(hearsay)).toEqual(before);
      const [latest] = (await hearsay.history({ limit: 1 })).items;
      expect(JSON.stringify(latest)).toContain('"hold"');
      await page.keyboard.press("u");
      await expect.poll(waiting).toEqual(all);
      await expect.poll(() => pairs.allTextContents()).toEqual(listed);
    },
  );

  test.for([
    ["events", "queue", "Same event?", "queue"],
    ["names", "queue?of=actors", "Same actor?", "aliases"],
  ] as const)(
    "the same keys on both screens: j and k go over the %s, n says never, a reason goes along, u brings it back",
    async ([, path, question, list], { page, hearsay, base }) => {
      const waiting = () => waitingIn(hearsay, list);
      const all = await waiting();
      expect(all.length).toBeGreaterThan(1);
      const before = await grouping(hearsay);
      await page.goto(base + path);
      await page.getByRole("heading", { name: question }).waitFor();
      const current = page.locator(".qlist [aria-current=true]");
      const first = await current.textContent();
      await page.keyboard.press("j");
      await expect.poll(() => page.url()).toContain("at=1");
      expect(await current.textContent()).not.toBe(first);
      await page.keyboard.press("k");
      await expect.poll(() => current.textContent()).toBe(first);
      await page.getByPlaceholder("Reason, may be left empty").fill("other day");
      await page.keyboard.press("Escape");
      await page.keyboard.press("n");
      await expect.poll(waiting).not.toContain(all[0]);
      const [latest] = (await hearsay.history({ limit: 1 })).items;
      expect(JSON.stringify(latest)).toMatch(/"never".*"other day"|"other day".*"never"/);
      expect(await grouping(hearsay)).toEqual(before);
      await page.keyboard.press("u");
      await expect.poll(waiting).toEqual(all);
    },
  );

  test("the badge counts pairs of events and pairs of names, and goes down with each that is decided", async ({
    page,
    hearsay,
    base,
  }) => {
    const waiting = async () => [(await hearsay.counts()).waiting, (await hearsay.aliases()).total] as const;
    const [events, names] = await waiting();
    expect(names).toBeGreaterThan(0);
    await page.goto(`${base}queue`);
    const badge = page.locator(".top .nav a", { hasText: "Queue" }).locator(".cnt");
    await expect.poll(() => badge.textContent()).toBe(`${events + names}`);
    const tabs = page.getByRole("navigation", { name: "What waits" });
    await expect.poll(() => tabs.locator(".cnt").allTextContents()).toEqual([`${events}`, `${names}`]);
    await page.getByRole("link", { name: /^Actors/ }).click();
    await page.getByRole("heading", { name: "Same actor?" }).waitFor();
    await page.keyboard.press("h");
    await expect.poll(() => badge.textContent()).toBe(`${events + names - 1}`);
    await page.keyboard.press("u");
    await expect.poll(() => badge.textContent()).toBe(`${events + names}`);
  });

  test("both sides, the reasons for and against, each with its weight, are shown as they were reckoned", async ({
    page,
    hearsay,
    base,
  }) => {
    const [item] = (await hearsay.queue()).items;
    await page.goto(`${base}queue`);
    await page.getByRole("heading", { name: "Same event?" }).waitFor();
    for (const { quote } of [item!.a, item!.b])
      await page.locator(".pair blockquote", { hasText: quote }).first().waitFor();
    const rows = page.locator("table.cmp tbody tr");
    expect(await rows.count()).toBe(item!.for.length + item!.against.length);
    for (const { words, weight, rule } of [...item!.for, ...item!.against]) {
      const row = rows.filter({ hasText: words }).filter({ hasText: rule });
      await row.getByText(Math.abs(weight).toFixed(2)).waitFor();
      expect(await row.locator(weight >= 0 ? ".wt.for" : ".wt.ag").count()).toBe(1);
    }
  });
});
