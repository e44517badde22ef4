import PostalMime from "postal-mime";
import { Problem } from "../core/problem.ts";
import type { Found } from "./prepare.ts";

/** A mail: its subject, sender, day and text; the plain part before the formatted one. Attachments are not opened. */
export async function readMail(bytes: Uint8Array, name: string): Promise<Found> {
  const mail = await PostalMime.parse(bytes).catch((error: Error) => {
    throw new Problem("E-INTAKE-10", `${name} is no readable mail (${error.message}).`, "Save it as .eml.");
  });
  const text = mail.text?.trim();
  const head = {
    title: mail.subject ?? null,
    outlet: mail.from?.name || mail.from?.address || null,
    published: mail.date ? (isoDate(mail.date) ?? null) : null,
  };
  if (text) return { ...head, content: text };
  if (mail.html) return { ...head, content: mail.html, contentType: "text/html" };
  throw new Problem(
    "E-INTAKE-11",
    `${name} has no text.`,
    "If the report is attached, save the attachment and add it.",
  );
}

const isoDate = (date: string): string | null => {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16);
};
