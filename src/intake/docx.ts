import mammoth from "mammoth";
import { Problem } from "../core/problem.ts";
import type { Found } from "./prepare.ts";

/** A Word document as a page: paragraphs, lists, tables and notes keep their order. Pictures are left out, nothing outside is fetched. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Found> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
    );
    const body = value.replace(/<img[^>]*>/g, "");
    return { content: `<!doctype html><html><body><article>${body}</article></body></html>`, contentType: "text/html" };
  } catch (error) {
    throw new Problem(
      "E-INTAKE-09",
      `${name} is no readable Word document (${(error as Error).message}).`,
      "Open it in a word processor and save it as .docx.",
    );
  }
}
