import { parseFeed } from "feedsmith";
import { Problem } from "../core/problem.ts";

/** One entry of a feed, in whatever format the feed came. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly published: string | undefined;
  /** Marked-up text, the longest that the feed gives. */
  readonly html: string;
}

export interface ReadFeed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
}

/** Reads RSS, Atom, RDF or JSON feeds. E-INTAKE-21 for what is none. */
export function readFeed(text: string, name: string): ReadFeed {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    throw new Problem(
      "E-INTAKE-21",
      `${name} is no feed (${(error as Error).message}).`,
      "Give the address of an RSS, Atom or JSON feed.",
    );
  }
  const feed = parsed.feed as Loose;
  const items = (feed.items ?? feed.entries ?? []) as readonly Loose[];
  return { title: plain(feed.title) ?? null, entries: items.map(entryOf).filter((entry) => entry !== null) };
}

/** The four formats name the same things differently: taken as found, each checked before use. */
type Loose = Readonly<Record<string, unknown>>;

function entryOf(item: Loose): FeedEntry | null {
  const url =
    plain(item.link) ??
    plain(item.url) ??
    plain(
      (item.links as readonly Loose[] | undefined)?.find((l) => l.rel === undefined || l.rel === "alternate")?.href,
    );
  const id = plain(item.guid) ?? plain(item.id) ?? url;
  if (id === undefined) return null;
  const content = item.content as Loose | undefined;
  const bodies = [
    plain(content?.encoded),
    plain(item.content),
    plain(item.content_html),
    plain(item.content_text),
    plain(item.description),
    plain(item.summary),
  ];
  const html = bodies.reduce<string>(
    (longest, body) => (body !== undefined && body.length > longest.length ? body : longest),
    "",
  );
  const published =
    plain(item.pubDate) ??
    plain(item.published) ??
    plain(item.date_published) ??
    plain((item.dc as Loose | undefined)?.date) ??
    plain(item.updated);
  return { id, title: plain(item.title), url, published, html };
}

function plain(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "object" && value !== null && "value" in value) return plain(value.value);
  return undefined;
}
