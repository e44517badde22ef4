import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { DOCX } from "./kinds.ts";
import { prepare } from "./prepare.ts";

/** A PDF of one page in Helvetica: pieces of text and where they stand. */
function pdf(pieces: readonly (readonly [text: string, x: number, y: number, size?: number])[]): Uint8Array {
  const content = pieces
    .map(([text, x, y, size = 10]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`)
    .join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}

const prepared = (bytes: Uint8Array, mediaType: string) =>
  prepare({ name: "a", bytes, mediaType, given: {}, externalId: null });

describe("pdf", () => {
  it("reads a page of two columns in order", async () => {
    const left = [
      "Rebels shelled a camp near",
      "Goma at dawn on Thurs-",
      "day, killing at least ten",
      "civilians, the army said.",
    ];
    const right = ["The rebels denied it and", "said that the army had", "fired on its own people", "in the dark."];
    const bytes = pdf([
      ["Camp shelled near Goma", 180, 780, 18],
      ...left.map((t, i) => [t, 60, 740 - 13 * i] as const),
      ...right.map((t, i) => [t, 320, 740 - 13 * i] as const),
    ]);
    const { content } = await prepared(bytes, "application/pdf");
    expect(content).toBe(
      "Camp shelled near Goma\n\nRebels shelled a camp near Goma at dawn on Thursday, killing at least ten civilians, the army said.\n\nThe rebels denied it and said that the army had fired on its own people in the dark.",
    );
  });
  it("says that a scan has no text, and that rubbish is no PDF", async () => {
    await expect(prepared(pdf([]), "application/pdf")).rejects.toMatchObject({ code: "E-INTAKE-02" });
    await expect(prepared(new TextEncoder().encode("%PDF-1.4 and no more"), "application/pdf")).rejects.toMatchObject({
      code: "E-INTAKE-07",
    });
  });
});

describe("docx", () => {
  it("becomes a page with its paragraphs", async () => {
    const require = createRequire(createRequire(import.meta.url).resolve("mammoth"));
    const Zip = require("jszip") as new () => {
      file(name: string, text: string): void;
      generateAsync(o: { type: "uint8array" }): Promise<Uint8Array>;
    };
    const zip = new Zip();
    zip.file(
      "[Content_Types].xml",
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    );
    zip.file(
      "_rels/.rels",
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    );
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    zip.file(
      "word/document.xml",
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("Rebels shelled a camp.")}${paragraph("The army said so.")}</w:body></w:document>`,
    );
    const { content, options } = await prepared(await zip.generateAsync({ type: "uint8array" }), DOCX);
    expect(content).toContain("<p>Rebels shelled a camp.</p><p>The army said so.</p>");
    expect(options.contentType).toBe("text/html");
  });
  it("says that rubbish is no document", () =>
    expect(prepared(Uint8Array.of(80, 75, 3, 4, 0), DOCX)).rejects.toMatchObject({ code: "E-INTAKE-09" }));
});

it("other formats are refused by name", () =>
  expect(prepared(Uint8Array.of(1), "image/png")).rejects.toMatchObject({ code: "E-INTAKE-05" }));
