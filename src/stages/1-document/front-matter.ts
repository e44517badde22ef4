import { problems } from "./problems.ts";

export interface FrontMatter {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** As written. */
  readonly published: string | null;
  /** Offset at which the text begins. */
  readonly end: number;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

const KEY_LINE = /^\s*(?:#.*\n\s*)*[\w-]+:(?:\s|$)/;

/** Keys under which people note the same thing. */
const KEYS = {
  title: ["title", "headline"],
  outlet: ["outlet", "publisher", "source", "site", "publication"],
  url: ["url", "link", "canonical"],
  published: ["published", "date", "publication_date", "published_at"],
} as const;

/** YAML between two `---` lines at the start of a text; null where there is none. Throws `E-DOCUMENT-08` where it is no YAML. */
export async function frontMatter(text: string, name: string): Promise<FrontMatter | null> {
  const fenced = FENCED.exec(text);
  // A rule of dashes above ordinary prose is no front matter.
  if (!fenced || !KEY_LINE.test(fenced[1]!)) return null;
  const { parse } = await import("yaml");
  let fields: unknown;
  try {
    fields = parse(fenced[1]!, { maxAliasCount: 0 });
  } catch (error) {
    throw problems.frontMatter(name, (error as Error).message.split("\n")[0]!.replace(/[.:]$/, ""));
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return null;
  const record = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const field = (keys: readonly string[]): string | null => {
    for (const key of keys) {
      const value = record[key];
      if (typeof value === "string" && value.trim() !== "") return value.trim();
      if (typeof value === "number") return String(value);
    }
    return null;
  };
  return {
    title: field(KEYS.title),
    outlet: field(KEYS.outlet),
    url: field(KEYS.url),
    published: field(KEYS.published),
    end: fenced[0].length,
  };
}
