import { describe, expect, test } from "vitest";
import { readDocument } from "./index.ts";

/** Blocks as "kind: text", line breaks shown. */
async function blocks(text: string): Promise<string[]> {
  const read = await readDocument(text);
  return read.blocks.map((block) => `${block.kind}: ${read.text.slice(...block.span).replace(/\n/g, "⏎")}`);
}

const LEAD = "Gunmen stormed a post near Gao on Monday, the army said.";

describe("paragraphs", () => {
  test("blank lines part them, also with blanks in them", async () => {
    expect(await blocks(`${LEAD}\n \nTen died.\n\n\nThe rebels denied it.`)).toEqual([
      `paragraph: ${LEAD}`,
      "paragraph: Ten died.",
      "paragraph: The rebels denied it.",
    ]);
  });

  test("hard-wrapped text stays whole, also where a sentence ends at a line's end", async () => {
    const text =
      "Item 4. Kunduz. A Taliban statement, translated by the\nmonitoring service Lexis Desk and seen by us through the\nnewsletter Border Brief, says two checkpoints were hit.\nKilled were 35 troops; four were seized as prisoners.";
    expect(await blocks(text)).toEqual([`paragraph: ${text.replace(/\n/g, "⏎")}`]);
  });

  test("a line that ends early begins a new paragraph", async () => {
    const text =
      "A Taliban statement that we have not seen says so.\nNobody else did.\nThe army, asked about the statement by this paper, did not answer us.";
    expect(await blocks(text)).toHaveLength(3);
  });

  test("one paragraph a line, without blank lines", async () => {
    const long = `${LEAD} ${LEAD} ${LEAD}`;
    expect(await blocks(`${long}\n${LEAD}\n${long}`)).toHaveLength(3);
  });

  test("indented paragraphs without blank lines", async () => {
    const text =
      "   THE COMMAND HAS REPORTED THAT PEASANTS HAVE BEEN KIDNAPPED BY THEM.\n   MEANWHILE, THREE SUBVERSIVES WERE KILLED AND SEVEN OTHERS WERE HURT\nDURING CLASHES YESTERDAY IN USULUTAN.";
    expect(await blocks(text)).toHaveLength(2);
  });

  test("Windows and old Mac line ends", async () => {
    expect(await blocks(`${LEAD}\r\n\r\nTen died.\r\rNobody claimed it.`)).toHaveLength(3);
  });
});

describe("headlines", () => {
  test("a first line without a full stop is the headline", async () => {
    const read = await readDocument(`Army: 12 rebels dead in Gao\n\n${LEAD}`);
    expect(read.title).toBe("Army: 12 rebels dead in Gao");
    expect(read.blocks[0]!.kind).toBe("heading");
  });

  test("also right above the text", async () => {
    expect(
      await blocks(`Army: 12 rebels dead in Gao\n${LEAD} It gave no further details of what it called an operation.`),
    ).toHaveLength(2);
  });

  test("headings within the text", async () => {
    expect(await blocks(`${LEAD}\n\n2.5 Follow-up\n\nNobody was charged.`)).toEqual([
      `paragraph: ${LEAD}`,
      "heading: 2.5 Follow-up",
      "paragraph: Nobody was charged.",
    ]);
  });

  test.each([
    ["a sentence", `${LEAD}\n\nTen died.`],
    ["a dateline", `SAN SALVADOR, 3 JAN 90 --\n\n${LEAD}`],
    ["a lone line without a full stop", "The army said ten people died near Gao"],
    ["a line that announces a list", "The dead are:\n\n- two soldiers\n- a cook"],
  ])("%s is none", async (_what, text) => {
    const read = await readDocument(text);
    expect(read.title).toBeNull();
    expect(read.blocks[0]!.kind).toBe("paragraph");
  });
});

describe("lists, quotations, credits", () => {
  test("bullets and numbers", async () => {
    expect(
      await blocks(
        `${LEAD}\n\n- Army: 14 dead\n- JNIM: 31 dead,\n  all of them soldiers\n\n1. MOZART. The ship was boarded.\n\n2. BRASS. Eleven camps burnt.`,
      ),
    ).toEqual([
      `paragraph: ${LEAD}`,
      "list-item: - Army: 14 dead",
      "list-item: - JNIM: 31 dead,⏎  all of them soldiers",
      "list-item: 1. MOZART. The ship was boarded.",
      "list-item: 2. BRASS. Eleven camps burnt.",
    ]);
  });

  test("a number at the beginning of a wrapped line is no list", async () => {
    expect(
      await blocks(
        "The ministry gave the number of those killed in the attack as\n12. It did not say how many were hurt in the fire.",
      ),
    ).toHaveLength(1);
  });

  test("quoted lines", async () => {
    expect(await blocks(`${LEAD}\n\n> We struck at dawn.\n> None of us fell.`)).toEqual([
      `paragraph: ${LEAD}`,
      "quotation: > We struck at dawn.⏎> None of us fell.",
    ]);
  });

  test("credits at the foot", async () => {
    const kinds = (
      await blocks(`${LEAD}\n\nTen died.\n\n(Reporting by A. Khan; Editing by P. Smith)\n\n© Northline Wire 2020`)
    ).map((line) => line.split(":")[0]);
    expect(kinds).toEqual(["paragraph", "paragraph", "credit", "credit"]);
    expect((await blocks(`${LEAD}\n\n-- Northline Wire`)).at(-1)).toBe("credit: -- Northline Wire");
    expect((await blocks(`${LEAD}\n\nak/jm/cb`)).at(-1)).toBe("credit: ak/jm/cb");
  });

  test("a bracketed sentence that makes a claim is no credit", async () => {
    expect((await blocks(`${LEAD}\n\n(The rebels denied losing any men.)`)).at(-1)).toMatch(/^paragraph/);
    expect((await blocks(`(Corrects toll to 12)\n\n${LEAD}\n\nTen died.\n\nMore later.`))[0]).not.toMatch(/^credit/);
  });
});

describe("front matter", () => {
  test("fields, also under other names and with other dates", async () => {
    const read = await readDocument(
      `---\nHeadline: "A: B"\nsource: Northline Wire\ndate: Jan 29, 2020\nlink: https://a.example.org/b\nsynthetic: true\n---\n\n${LEAD}`,
    );
    expect(read).toMatchObject({
      title: "A: B",
      outlet: "Northline Wire",
      published: "2020-01-29",
      url: "https://a.example.org/b",
      text: LEAD,
    });
  });

  test("what the caller knows goes first", async () => {
    const read = await readDocument(`---\noutlet: A\npublished: 2020-01-29\n---\n${LEAD}`, {
      outlet: "B",
      published: "30 January 2020",
      title: "T",
    });
    expect(read).toMatchObject({ outlet: "B", published: "2020-01-30", title: "T" });
  });

  test("a rule of dashes above prose is none", async () => {
    expect((await readDocument(`---\n${LEAD}\n---\nTen died.`)).text).toContain(LEAD);
  });
});

test("marks and invisible characters stay as they are", async () => {
  const text = "“We… won’t,” he said: \"it's 'over'\" near Kid\u200bal\u00ad and\u00a0Gao – …";
  expect((await readDocument(text)).text).toBe(text);
});

test("the map leads back to the original, front matter and line ends included", async () => {
  const original = `---\r\ntitle: A\r\n---\r\n\r\n  ${LEAD}\r\nTen died.\r\n`;
  const read = await readDocument(original);
  expect(read.text).toBe(`${LEAD}\nTen died.`);
  for (const { clean, original: at, length } of read.sourceMap) {
    expect(original.slice(at, at + length)).toBe(read.text.slice(clean, clean + length));
  }
});

test("blocks are in order, do not overlap and leave out only white space", async () => {
  const read = await readDocument(`Headline\n\n${LEAD}\n\n- a\n- b\n\n> c\n\n© D`);
  let rest = read.text;
  let end = 0;
  for (const { span } of read.blocks) {
    expect(span[0]).toBeGreaterThanOrEqual(end);
    end = span[1];
    rest = rest.slice(0, span[0]) + " ".repeat(span[1] - span[0]) + rest.slice(span[1]);
  }
  expect(rest.trim()).toBe("");
});
