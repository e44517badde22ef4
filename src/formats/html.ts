import type { CellValue, Dossier, Row } from "../core/dossier.ts";
import type { Story } from "../core/story.ts";
import type { Format } from "./format.ts";
import { STYLE } from "./html-style.ts";
import type { Redactor } from "./redact.ts";
import { range } from "./words.ts";

/** A single page that needs nothing else: every dossier with its matrix, and the words that each version rests on. No script, no request. */
export const html: Format = {
  name: "html",
  title: "A single shareable page",
  mediaType: "text/html",
  extension: "html",
  rule: null,
  write: ({ stories, redact }) => {
    const contents =
      stories.length > 1
        ? `<nav><ol>${stories.map(({ dossier }) => `<li><a href="#${dossier.id}">${text(redact.words(dossier.title))}</a></li>`).join("")}</ol></nav>`
        : "";
    const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(stories.length === 1 ? redact.words(stories[0]!.dossier.title) : `${stories.length} dossiers`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="note">Versions side by side, each with who holds it. No version is put forward as true; figures of different sources are neither averaged nor added up.</p>
${contents}
${stories.map((story) => section(story, redact)).join("\n")}
</main>
</body>
</html>
`;
    return { files: [{ name: "dossiers.html", text: page }], rows: stories.length };
  },
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const text = (words: string): string => words.replace(/[&<>"']/g, (c) => ENTITIES[c]!);

function section(story: Story, redact: Redactor): string {
  const { dossier } = story;
  const numbers = new Map(story.claims.map((c, i) => [`${c.report}/${c.id}`, i + 1]));
  const rows = dossier.matrix.filter((row) => row.verdict !== "silent");
  const origins = dossier.origins.filter((o) =>
    rows.some((row) => row.cells.some((c) => c.origin === o.key && c.stance !== "silent")),
  );
  const head = origins
    .map((o) => `<th scope="col">${text(redact.words(o.actor))}<small>${text(standing(o))}</small></th>`)
    .join("");
  const body = rows
    .map(
      (row) =>
        `<tr><th scope="row">${text(redact.words(fieldName(row.field)))}<small>${row.verdict}</small></th>${origins.map((o) => `<td>${cells(row, o.key, numbers, dossier.id, redact)}</td>`).join("")}</tr>`,
    )
    .join("\n");
  const noted = (notes: readonly string[]) =>
    notes.map((note) => `<p class="note">Note, ${text(redact.words(note))}</p>`).join("");
  const claims = story.claims.map((claim) => {
    const via =
      claim.via.length > 0 ? ` <span class="via">via ${text(redact.words(claim.via.join(", then ")))}</span>` : "";
    return `<li id="${dossier.id}-${numbers.get(`${claim.report}/${claim.id}`)}"><p>${text(redact.words(claim.neutral))}${via}</p><blockquote dir="auto">${text(redact.words(claim.quote))}</blockquote>${noted(claim.notes)}</li>`;
  });
  const reports = story.reports.map(
    (r) =>
      `<li>${text([r.outlet ?? "unnamed outlet", r.title ? `“${redact.words(r.title)}”` : "", r.published?.slice(0, 10) ?? "undated"].filter((x) => x).join(", "))}${r.url ? `, <span class="url">${text(r.url)}</span>` : ""}${noted(r.notes)}</li>`,
  );
  return `<section id="${dossier.id}">
<h1>${text(redact.words(dossier.title))}</h1>
<p>${dossier.independent} independent ${dossier.independent === 1 ? "origin" : "origins"} in ${story.reports.length} ${story.reports.length === 1 ? "report" : "reports"}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Versions"><table><thead><tr><td></td>${head}</tr></thead><tbody>
${body}
</tbody></table></div>
<details><summary>${claims.length} claims with their words</summary><ol class="claims">${claims.join("\n")}</ol></details>
<details><summary>Reports</summary><ul>${reports.join("")}</ul></details>
${decisions(dossier)}
</section>`;
}

const standing = (o: Dossier["origins"][number]): string =>
  [
    o.standing === "voice" ? "outlet’s own voice" : o.standing === "objector" ? "objects" : o.camp.replaceAll("-", " "),
    o.party ? "party" : "",
  ]
    .filter((x) => x)
    .join(", ");

/** "killed:afghan security forces" -> "killed: afghan security forces". */
const fieldName = (field: Row["field"]): string => field.replace(":people", "").replace(":", ": ").replaceAll("-", " ");

function cells(row: Row, origin: string, numbers: ReadonlyMap<string, number>, id: string, redact: Redactor): string {
  const own = row.cells.filter((c) => c.origin === origin && c.stance !== "silent");
  const superseded = new Set(row.cells.map((c) => c.supersedes));
  return own
    .map((cell) => {
      const said = text(redact.words(value(cell.value)));
      const shown =
        cell.stance === "denies"
          ? `<em>denies</em> ${said}`
          : cell.stance === "doubts"
            ? `<em>doubts</em> ${said}`
            : said;
      const refs = cell.claims
        .map((c) => numbers.get(c))
        .filter((n) => n !== undefined)
        .map((n) => `<a href="#${id}-${n}">${n}</a>`)
        .join(" ");
      return `<div class="${cell.stance}">${superseded.has(cell.id) ? `<s>${shown}</s>` : shown} <sup>${refs}</sup></div>`;
    })
    .join("");
}

function value(v: CellValue | null): string {
  if (v === null) return "";
  switch (v.kind) {
    case "type":
      return v.type.split("/").slice(1).reverse().join(" ").replaceAll("-", " ") || v.type;
    case "parties":
      return v.names.join(", ");
    case "place":
      return v.place.name;
    case "time":
      return v.time.start === v.time.end ? v.time.start : `${v.time.start} to ${v.time.end}`;
    case "cause":
      return v.words;
    case "toll":
      return range(v.low, v.high, v.bound);
  }
}

function decisions(dossier: Dossier): string {
  if (dossier.decisions.length === 0) return "";
  const lines = dossier.decisions.map(
    (d) => `<li>${text(`${d.kind} by ${d.author}, ${d.time.slice(0, 10)}${d.reason ? `: ${d.reason}` : ""}`)}</li>`,
  );
  return `<details><summary>Decisions of coders</summary><ul>${lines.join("")}</ul></details>`;
}
