/** The API as one readable page, made from its OpenAPI document. No script, no style from elsewhere. */

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean }[];
}

interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, object>>;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);

export function apiPage(document: ApiDocument): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods) as [string, Operation][]) {
      const tag = operation.tags?.[0] ?? "Other";
      byTag.set(tag, [...(byTag.get(tag) ?? []), row(method, path, operation)]);
    }
  }
  const sections = [...byTag].map(
    ([tag, rows]) =>
      `<h2>${escaped(tag)}</h2><table><thead><tr><th scope="col">Request</th><th scope="col">What it does</th><th scope="col">Takes</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
  );
  const { title, version, description } = document.info;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} API</title><link rel="stylesheet" href="/api.css"></head><body><main><h1>${escaped(title)} API ${escaped(version)}</h1><p>${escaped(description ?? "")} Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Writes need an Origin of this server or the header <code>X-Hearsay: 1</code>.</p>${sections.join("")}</main></body></html>`;
}

function row(method: string, path: string, { summary, description, parameters }: Operation): string {
  const takes = (parameters ?? [])
    .map((p) => `<code>${escaped(p.name ?? "")}</code>${p.required && p.in === "query" ? " (needed)" : ""}`)
    .join(", ");
  return `<tr><td><code>${method.toUpperCase()} ${escaped(path)}</code></td><td>${escaped(summary ?? "")}${description ? ` <small>${escaped(description)}</small>` : ""}</td><td>${takes}</td></tr>`;
}
