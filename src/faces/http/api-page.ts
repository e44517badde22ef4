/** The API as one readable page, made from its OpenAPI document. No script, no style from elsewhere. */

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> }>
  >;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean }[];
}

/** As much of a JSON Schema as is named on the page. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
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
      `<h2>${escaped(tag)}</h2><table><thead><tr><th scope="col">Request</th><th scope="col">What it does</th><th scope="col">Takes</th><th scope="col">Gives</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
  );
  const { title, version, description } = document.info;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} API</title><link rel="stylesheet" href="/api.css"></head><body><main><h1>${escaped(title)} API ${escaped(version)}</h1><p>${escaped(description ?? "")} Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Writes need an Origin of this server or the header <code>X-Hearsay: 1</code>.</p>${sections.join("")}</main></body></html>`;
}

/** "Dossier", "list of Job", "page of ReportRow": what a route answers with. */
function named(shape: Shape | undefined): string {
  if (!shape) return "";
  if (shape.$ref) return shape.$ref.split("/").at(-1)!;
  if (shape.type === "array") return `list of ${named(shape.items)}`;
  if (shape.properties?.items?.items) return `page of ${named(shape.properties.items.items)}`;
  return shape.properties ? Object.keys(shape.properties).join(", ") : (shape.type ?? "");
}

function gives({ responses }: Operation): string {
  const [, answer] = Object.entries(responses ?? {}).find(([code]) => /^2/.test(code)) ?? [];
  const [[type, body] = []] = [Object.entries(answer?.content ?? {})[0]];
  if (body === undefined) return "nothing";
  return type === "application/json" ? named(body.schema) : (type ?? "");
}

function row(method: string, path: string, operation: Operation): string {
  const { summary, description, parameters } = operation;
  const takes = (parameters ?? [])
    .map((p) => `<code>${escaped(p.name ?? "")}</code>${p.required && p.in === "query" ? " (needed)" : ""}`)
    .join(", ");
  return `<tr><td><code>${method.toUpperCase()} ${escaped(path)}</code></td><td>${escaped(summary ?? "")}${description ? ` <small>${escaped(description)}</small>` : ""}</td><td>${takes}</td><td>${escaped(gives(operation))}</td></tr>`;
}
