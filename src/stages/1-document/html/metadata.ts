/** What a page says of itself. Dates as written. */
export interface PageMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: readonly string[];
  readonly url: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const DATES = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "date",
];
const OUTLETS = [
  "og:site_name",
  "dc.publisher",
  "dcterms.publisher",
  "citation_publisher",
  "application-name",
  "publisher",
];

/** Title, outlet, dates (best first) and address from JSON-LD, `<meta>`, `<time>`, `<link>` and the headline. */
export function pageMetadata(document: Document, address: string | null): PageMetadata {
  const meta = metaTags(document);
  const articles = jsonLd(document);
  const site = firstOf(OUTLETS, meta) ?? first(articles, (article) => name(article.publisher)) ?? null;
  const heading = soleHeading(document);
  const plain = text(document.querySelector("head > title, title")?.textContent);
  const title =
    first(articles, (article) => string(article.headline)) ??
    meta.get("og:title") ??
    heading ??
    meta.get("twitter:title") ??
    (plain === null ? null : withoutSuffix(plain, site));
  return {
    title: title === undefined || title === null ? null : withoutSuffix(title, site),
    outlet: site ?? suffix(plain, [title ?? null, heading]),
    published: dates(document, meta, articles),
    url: canonical(document, meta, articles, address),
  };
}

function metaTags(document: Document): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta")) {
    const key = (
      tag.getAttribute("property") ??
      tag.getAttribute("name") ??
      tag.getAttribute("itemprop")
    )?.toLowerCase();
    const content = text(tag.getAttribute("content"));
    if (key !== undefined && content !== null && !tags.has(key)) tags.set(key, content);
  }
  return tags;
}

const ARTICLE = /Article|BlogPosting|Report/;

/** The articles that the page describes in JSON-LD; broken JSON is no news. */
function jsonLd(document: Document): Json[] {
  const found: Json[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 100)) visit(item, depth + 1);
      return;
    }
    const record = value as Json;
    if ([record["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type))) found.push(record);
    visit(record["@graph"], depth + 1);
    visit(record.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const value = parsed(script.textContent ?? "");
    visit(value, 0);
  }
  return found;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function dates(document: Document, meta: Map<string, string>, articles: readonly Json[]): string[] {
  const found = articles.map((article) => string(article.datePublished));
  found.push(...DATES.map((key) => meta.get(key) ?? null));
  for (const selector of ['[itemprop="datePublished"]', "time[pubdate]", "article time[datetime]", "time[datetime]"]) {
    const element = document.querySelector(selector);
    if (element)
      found.push(text(element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent));
  }
  return found.filter((date) => date !== null);
}

function canonical(
  document: Document,
  meta: Map<string, string>,
  articles: readonly Json[],
  address: string | null,
): string | null {
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute("href");
  for (const candidate of [link, meta.get("og:url"), first(articles, (article) => string(article.url)), address]) {
    const absolute = typeof candidate === "string" ? resolve(candidate, address) : null;
    if (absolute !== null && /^https?:$/.test(absolute.protocol)) return absolute.href;
  }
  return null;
}

function resolve(candidate: string, base: string | null): URL | null {
  return URL.canParse(candidate, base ?? undefined) ? new URL(candidate, base ?? undefined) : null;
}

/** The page's only top heading: with several, none of them need be the headline. */
function soleHeading(document: Document): string | null {
  const headings = document.querySelectorAll("h1");
  return headings.length === 1 ? text(headings[0]!.textContent) : null;
}

const SEPARATOR = /\s+[|\-–—·:»]\s+/;

/** "Headline | Outlet" without the outlet. */
function withoutSuffix(title: string, outlet: string | null): string {
  if (outlet === null) return title;
  for (const separator of [" | ", " - ", " – ", " — ", " · ", " » ", " : "]) {
    if (title.endsWith(separator + outlet)) return title.slice(0, -(separator.length + outlet.length)).trim();
  }
  return title;
}

/** The outlet of "Headline | Outlet", where the headline is known from elsewhere. */
function suffix(title: string | null, headlines: readonly (string | null)[]): string | null {
  for (const headline of headlines) {
    if (title === null || headline === null || !title.startsWith(headline)) continue;
    const rest = title.slice(headline.length);
    const separator = SEPARATOR.exec(rest);
    if (separator?.index === 0) return text(rest.slice(separator[0].length));
  }
  return null;
}

const text = (value: string | null | undefined): string | null => value?.replace(/\s+/g, " ").trim() || null;
const string = (value: unknown): string | null => (typeof value === "string" ? text(value) : null);
const name = (value: unknown): string | null => {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "object" && one !== null ? string((one as Json).name) : string(one);
};
const firstOf = (keys: readonly string[], meta: Map<string, string>): string | undefined =>
  keys.map((key) => meta.get(key)).find((value) => value !== undefined);

function first<T>(articles: readonly Json[], pick: (article: Json) => T | null): T | null {
  for (const article of articles) {
    const value = pick(article);
    if (value !== null) return value;
  }
  return null;
}
