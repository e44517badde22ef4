import { expect, test } from "vitest";
import { decode } from "./decode.ts";

const WORDS = "L’armée a dit : « dix morts à Gao »";
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const read = (bytes: Uint8Array, stated: string | null = null) => decode(bytes, { name: "a", stated });

test.each([
  ["utf-8", Buffer.from(WORDS), "utf-8"],
  ["utf-8 with a byte order mark", Buffer.from(`\uFEFF${WORDS}`), "utf-8"],
  ["utf-16le with a byte order mark", Buffer.from(`\uFEFF${WORDS}`, "utf16le"), "utf-16le"],
  ["utf-16le without one", Buffer.from(WORDS, "utf16le"), "utf-16le"],
  ["utf-16be without one", Buffer.from(WORDS, "utf16le").swap16(), "utf-16be"],
] as const)("%s", async (_what, bytes, encoding) => {
  expect(await read(bytes)).toEqual({ text: WORDS, encoding, notices: [] });
});

test("a page's own charset is believed", async () => {
  const found = await read(latin('<meta charset="iso-8859-1"><p>Dembélé a dit'));
  expect(found).toMatchObject({ encoding: "windows-1252", notices: [] });
  expect(found.text).toContain("Dembélé");
});

test("the transport's charset goes before a guess", async () => {
  const koi8 = Uint8Array.from([0xf7, 0xcf, 0xca, 0xce, 0xc1]);
  expect(await read(koi8, "koi8-r")).toEqual({ text: "Война", encoding: "koi8-r", notices: [] });
});

test("a page that calls itself latin-1 but is UTF-8", async () => {
  const found = await read(Buffer.from('<meta charset="iso-8859-1"><p>Dembélé'));
  expect(found.text).toContain("Dembélé");
  expect(found.notices).toMatchObject([{ code: "N-DOCUMENT-03" }]);
});

test("a legacy encoding that nobody states is guessed, and the guess is said", async () => {
  const found = await read(
    latin("Le général Dembélé a déclaré que l'armée était entrée à Ménaka, près de la frontière nigérienne."),
  );
  expect(found.text).toContain("général Dembélé");
  expect(found.notices).toMatchObject([{ code: "N-DOCUMENT-02" }]);
  expect(found.notices[0]!.message).toContain(found.encoding);
});

test("an unknown charset label does not break the reading", async () => {
  expect(await read(Buffer.from(WORDS), "x-nonsense")).toMatchObject({ text: WORDS, encoding: "utf-8" });
});

test("plain ASCII is UTF-8", async () => {
  expect(await read(Buffer.from("Ten died."))).toEqual({ text: "Ten died.", encoding: "utf-8", notices: [] });
});
