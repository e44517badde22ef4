import { describe, expect, test } from "vitest";
import { MAX_SIZE, readDocument } from "./index.ts";

const SENTENCE = "Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.";
const page = (body: string): string => `<html><head><title>x</title></head><body>${body}</body></html>`;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

describe("input that is no report ends in a coded error", () => {
  const refused: readonly [string, string, string | Uint8Array, { name?: string; published?: string }][] = [
    ["nothing", "E-DOCUMENT-01", "", {}],
    ["no bytes", "E-DOCUMENT-01", new Uint8Array(), {}],
    ["white space", "E-DOCUMENT-01", " \n\t\n\u00a0", {}],
    ["front matter alone", "E-DOCUMENT-01", "---\ntitle: A\n---\n\n", {}],
    ["a PDF", "E-DOCUMENT-02", bytes("%PDF-1.7\n%", [0xe2, 0xe3]), {}],
    ["an Office document", "E-DOCUMENT-02", bytes("PK", [3, 4], "rest"), {}],
    ["a picture", "E-DOCUMENT-02", bytes([0x89], "PNG\r\n"), { name: "a.txt" }],
    ["zero bytes", "E-DOCUMENT-02", bytes("abc", [0, 0, 0, 0, 0], "def"), {}],
    ["noise", "E-DOCUMENT-02", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 32 || 1), {}],
    [
      "a page of links",
      "E-DOCUMENT-06",
      page('<nav><a href="/">Home</a></nav><p><a href="/1">Ten die in blast</a></p>'),
      {},
    ],
    ["a page of scripts", "E-DOCUMENT-06", page(`<script>var a = "${SENTENCE}"</script>`), {}],
    ["an HTML file without tags worth the name", "E-DOCUMENT-06", "<html></html>", { name: "a.html" }],
    ["a day that never was", "E-DOCUMENT-07", SENTENCE, { published: "2020-02-30" }],
    ["a word for a date", "E-DOCUMENT-07", SENTENCE, { published: "yesterday" }],
    ["a date that could be two", "E-DOCUMENT-07", SENTENCE, { published: "03/04/2020" }],
    ["broken front matter", "E-DOCUMENT-08", `---\ntitle: "A\noutlet: B\n---\n${SENTENCE}`, {}],
    ["front matter that grows", "E-DOCUMENT-08", `---\na: &a [x, x]\nb: [*a, *a]\n---\n${SENTENCE}`, {}],
  ];
  test.each(refused)("%s: %s", async (_what, code, input, options) => {
    await expect(readDocument(input, options)).rejects.toMatchObject({ name: "Problem", code });
  });

  test("50 MB are refused before anything is read", async () => {
    const before = performance.now();
    await expect(readDocument(new Uint8Array(50_000_000).fill(97))).rejects.toMatchObject({ code: "E-DOCUMENT-03" });
    await expect(readDocument("a".repeat(MAX_SIZE + 1))).rejects.toThrow(/8\.0 MB/);
    await expect(readDocument("word ".repeat(300_000))).rejects.toThrow(/1,500,000 characters.* 1,000,000\./);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test.each([
    ["closed", "<div>".repeat(10_000) + SENTENCE + "</div>".repeat(10_000)],
    ["unclosed", "<b>".repeat(10_000) + SENTENCE],
  ])("10,000 nested elements, %s", async (_what, body) => {
    const before = performance.now();
    await expect(readDocument(page(body))).rejects.toMatchObject({ code: "E-DOCUMENT-04" });
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test("a page that keeps extractors busy is stopped, and the next page is read", async () => {
    const before = performance.now();
    await expect(readDocument(page("<a href=x>foo bar</a> ".repeat(100_000)))).rejects.toMatchObject({
      code: "E-DOCUMENT-05",
    });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect((await readDocument(page(`<p>${SENTENCE}</p>`))).text).toBe(SENTENCE);
  });

  test("a page that breaks an extractor is named, and the next page is read", async () => {
    await expect(
      readDocument(page(`<div class="${"related ".repeat(500_000)}"><p>${SENTENCE}</p></div>`)),
    ).rejects.toMatchObject({
      code: "E-DOCUMENT-09",
    });
    expect((await readDocument(page(`<p>${SENTENCE}</p>`))).text).toBe(SENTENCE);
  });

  test("the message says what was wrong and what to do", async () => {
    await expect(readDocument(bytes("%PDF-1.4"), { name: "report.pdf" })).rejects.toThrow(
      "E-DOCUMENT-02: report.pdf is a PDF, not text. Give the report as .txt or .html; `hearsay add` also takes .pdf, .docx and .eml.",
    );
  });
});

describe("doubts become notices", () => {
  const codes = async (input: string | Uint8Array): Promise<string[]> =>
    (await readDocument(input)).notices.map((notice) => notice.code);

  test("a damaged UTF-8 file", async () => {
    const read = await readDocument(bytes("Col. Dembélé said ten à l’été “died” ", [0xff, 0xfe], " in Gao."));
    expect(read.encoding).toBe("utf-8");
    expect(read.notices[0]).toMatchObject({ code: "N-DOCUMENT-01" });
    expect(read.notices[0]!.message).toMatch(/^2 places are not valid utf-8/);
  });

  test("another language is named", async () => {
    const french =
      "Au moins dix personnes ont été tuées mardi dans une attaque contre un village du Mali, a dit l'armée.";
    const read = await readDocument(french);
    expect(read.language).toBe("fr");
    expect(read.notices[0]!.message).toMatch(/^The text is in French\. Hearsay reads English only/);
    expect(
      (await readDocument("По меньшей мере десять человек погибли во вторник при обстреле деревни, сообщили военные."))
        .language,
    ).toBe("ru");
    expect(
      await codes("قتل عشرة أشخاص على الأقل في هجوم على قرية شمال البلاد يوم الثلاثاء، وفق ما أعلن الجيش في بيان."),
    ).toEqual(["N-DOCUMENT-04"]);
  });

  test("a language that the detector does not know is not taken for English", async () => {
    expect(
      await codes(
        "Ugaarsi ka dhacay magaalada Muqdisho ayaa lagu dilay toban qof maanta, sida uu sheegay afhayeenka booliska ee magaalada.",
      ),
    ).toEqual(["N-DOCUMENT-04"]);
  });

  test("English with foreign names, all capitals, or too short to tell raises no doubt", async () => {
    expect(
      await codes("THE ARCE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED BY TERRORISTS."),
    ).toEqual([]);
    expect(await codes(SENTENCE)).toEqual([]);
    expect((await readDocument("Rebels shelled a camp.")).language).toBe("und");
  });

  test("a date in the report that is none", async () => {
    const read = await readDocument(`---\npublished: last Tuesday\n---\n${SENTENCE}`);
    expect(read.published).toBeNull();
    expect(read.notices).toMatchObject([{ code: "N-DOCUMENT-05" }]);
    expect(read.notices[0]!.message).toContain('"last Tuesday"');
  });
});
