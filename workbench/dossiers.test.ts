import { expect } from "vitest";
import { typeWords } from "./parts/words.ts";
import { forgive, grouping, inBrowser, mainDossier, test } from "./testing/bench.ts";

inBrowser("a dossier", () => {
  test("split a report off its dossier by keyboard, see two dossiers, take it back and see one", async ({
    page,
    hearsay,
    base,
    watch,
  }) => {
    const { id } = await mainDossier(hearsay);
    const { members } = await hearsay.dossier(id);
    const wire = members[0]!;
    const paper = members.find((m) => m.report !== wire.report)!;
    const before = await grouping(hearsay);
    const columns = page.locator("th.src b");
    const shown = async () => (await columns.allTextContents()).sort();
    await page.goto(`${base}dossiers/${id}`);
    await page.getByText("via Kinshasa Patriot").first().waitFor();
    const sources = await shown();
    await page.keyboard.press("x");
    const dialog = page.getByRole("dialog", { name: "Split off" });
    const choice = dialog.getByRole("button", { name: /^Kinshasa Patriot: / });
    await choice.waitFor();
    for (let i = 0; i < 4 && !(await choice.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await hearsay.dossierOf(paper)).id).not.toBe(id);
    expect((await hearsay.dossierOf(wire)).id).toBe(id);
    // What is left shows the versions without the paper's event; those stand in another dossier.
    const left = await hearsay.dossier(id);
    expect(left.members.some((m) => m.report === paper.report && m.event === paper.event)).toBe(false);
    await expect.poll(shown).toEqual(left.origins.map((o) => o.actor).sort());
    const parted = await hearsay.dossierOf(paper);
    await page.goto(`${base}dossiers`);
    for (const one of [id, parted.id])
      await page
        .locator(`a[href="/dossiers/${encodeURIComponent(one)}"]`)
        .first()
        .waitFor();
    await page.goto(`${base}dossiers/${parted.id}`);
    await page.getByText("via Kinshasa Patriot").first().waitFor();
    await page.keyboard.press("u");
    await expect.poll(() => grouping(hearsay)).toEqual(before);
    // Where the dossier that was looked at is no more, the page goes to the one where its event stands again.
    const stays = before.some((line) => line.startsWith(`${parted.id} `));
    await expect.poll(() => page.url()).toContain(`dossiers/${encodeURIComponent(stays ? parted.id : id)}`);
    await page.goto(`${base}dossiers/${id}`);
    forgive(watch, "404");
    await expect.poll(shown).toEqual(sources);
  });

  test("one event of a report is split off where a coder had joined two of that report", async ({
    page,
    hearsay,
    base,
    watch,
  }) => {
    const before = await grouping(hearsay);
    const { members } = await hearsay.dossier((await mainDossier(hearsay)).id);
    const a = members[1]!;
    const { ledger } = await hearsay.report(a.report);
    const ids = new Set(members.map((m) => `${m.report} ${m.event}`));
    const own = new Set(ledger.events.filter((e) => ids.has(`${a.report} ${e.id}`)).map((e) => e.type));
    const other = ledger.events.find((e) => !ids.has(`${a.report} ${e.id}`) && !own.has(e.type))!;
    const b = { report: a.report, event: other.id };
    const apart = async () => (await hearsay.dossierOf(a)).id !== (await hearsay.dossierOf(b)).id;
    const ref = { report: a.report, event: a.event };
    await hearsay.decide({ kind: "join", a: ref, b, author: "coder", reason: "" });
    expect(await apart()).toBe(false);
    await page.goto(`${base}dossiers/${(await hearsay.dossierOf(b)).id}`);
    await page.getByRole("button", { name: "Split off" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Split off" });
    await dialog.getByLabel("Reason").fill("a fire elsewhere");
    await dialog.getByRole("button", { name: `, only the ${typeWords(other.type)}: ` }).click();
    await expect.poll(apart).toBe(true);
    expect((await hearsay.history({ limit: 1 })).items[0]).toMatchObject({ decision: { reason: "a fire elsewhere" } });
    await page.keyboard.press("u");
    await expect.poll(apart).toBe(false);
    await page.keyboard.press("u");
    await expect.poll(() => grouping(hearsay)).toEqual(before);
    await page.waitForLoadState("networkidle");
    forgive(watch, "404");
  });

  test("the matrix is a real table, its stances are told by sign and edge, and arrows go over its cells", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await mainDossier(hearsay);
    await page.goto(`${base}dossiers/${id}`);
    const table = page.getByRole("table");
    await table.locator("tbody tr").first().waitFor();
    expect(await table.getByRole("columnheader").count()).toBeGreaterThan(3);
    expect(await table.getByRole("rowheader").count()).toBe(await table.locator("tbody tr").count());
    expect(await table.locator("thead th[scope=colgroup]").count()).toBeGreaterThan(0);
    // Without colour: a sign and a name for each stance, a word for each silence, a glyph for each camp.
    for (const mark of await table.locator(".st").all()) {
      const [name, sign] = [await mark.getAttribute("aria-label"), await mark.textContent()];
      expect({ asserts: "+", denies: "×", doubts: "?" }[name!]).toBe(sign);
    }
    expect(await table.locator("td.silent").allTextContents()).toEqual(
      Array.from({ length: await table.locator("td.silent").count() }, () => "· silent"),
    );
    for (const head of await table.locator("th[scope=colgroup]").all())
      expect(await head.locator("svg.i").count()).toBe(1);
    // Arrows move the choice, and the proof at the foot follows.
    const chosen = () => page.url().split("cell=")[1];
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).toBeTruthy();
    const first = chosen();
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).not.toBe(first);
    await page.getByRole("complementary", { name: "Evidence of the chosen cell" }).locator("blockquote").waitFor();
  });

  test("d shows only the rows that differ or contradict, in the address; relays stand under their origin", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await mainDossier(hearsay);
    const { matrix, origins } = await hearsay.dossier(id);
    const apart = matrix.filter(({ verdict }) => verdict === "differ" || verdict === "contradict").length;
    await page.goto(`${base}dossiers/${id}`);
    const rows = page.locator("table.mx tbody tr");
    await rows.first().waitFor();
    const all = await rows.count();
    expect(apart).toBeLessThan(all);
    await page.keyboard.press("d");
    await expect.poll(() => rows.count()).toBe(apart);
    await expect.poll(() => page.url()).toContain("differences=true");
    await page.reload();
    await expect.poll(() => rows.count()).toBe(apart);
    await page.keyboard.press("d");
    await expect.poll(() => rows.count()).toBe(all);
    for (const { actor, carriedBy } of origins) {
      const head = page
        .locator("th.src")
        .filter({ has: page.locator("b", { hasText: actor }) })
        .first();
      for (const { via } of carriedBy) for (const relay of via) expect(await head.textContent()).toContain(relay);
    }
  });

  test("there is no true value until a coder sets one, with rule and name; it is taken back by u", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await mainDossier(hearsay);
    await page.goto(`${base}dossiers/${id}`);
    const killed = page
      .locator("table.mx tbody tr")
      .filter({ has: page.getByRole("rowheader", { name: /^Killed/ }) })
      .first();
    await killed.waitFor();
    expect(await page.locator(".vd .set").count()).toBe(0);
    await killed.locator(".ce button").first().click();
    await page.keyboard.press("v");
    const dialog = page.getByRole("dialog", { name: "Set a coder’s value" });
    await dialog.getByLabel("By which rule?").waitFor();
    // A value without a rule is not taken.
    await page.keyboard.press("Enter");
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.type("lowest figure of no party");
    await page.keyboard.press("Enter");
    const set = killed.locator(".vd .set");
    await set.waitFor();
    expect(await set.textContent()).toMatch(/Coder’s value: .+ by coder, lowest figure of no party/);
    const value = (await hearsay.dossier(id)).decisions.find(({ kind }) => kind === "value");
    expect(value).toMatchObject({ author: "coder", rule: "lowest figure of no party" });
    await page.keyboard.press("u");
    await expect.poll(() => page.locator(".vd .set").count()).toBe(0);
  });

  test("the plot has each source's own figure on its day, and joins what one source revised", async ({
    page,
    hearsay,
    base,
  }) => {
    const { items } = await hearsay.dossiers();
    const all = await Promise.all(items.map((row) => hearsay.dossier(row.id)));
    const revised = all.find(({ matrix }) =>
      matrix.some((row) => row.cells.some((c) => c.supersedes && c.value?.kind === "toll")),
    )!;
    const row = revised.matrix.find(({ cells }) => cells.some((c) => c.supersedes && c.value?.kind === "toll"))!;
    const marks = row.cells.filter((cell) => cell.value?.kind === "toll").length;
    await page.goto(`${base}dossiers/${revised.id}`);
    const plot = page.locator("#plot svg[role=img]");
    await plot.waitFor();
    const figure = page.getByLabel("Figure");
    if ((await figure.count()) > 0) await figure.selectOption(row.field);
    await expect.poll(() => plot.locator("g[class]").count()).toBe(marks);
    expect(await plot.locator("path[stroke-dasharray='2 5']").count()).toBeGreaterThan(0);
    // The same in words for those who do not see it.
    expect((await plot.locator("desc").textContent())!.split(". ").length).toBe(marks);
  });
});
