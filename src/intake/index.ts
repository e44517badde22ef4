import { basename } from "node:path";
import { Problem } from "../core/problem.ts";
import { readFeed } from "./feeds.ts";
import { type FetchLimits, fetchUrl, LIMITS } from "./fetch.ts";
import { readBytes, walk } from "./files.ts";
import { mediaTypeOf } from "./kinds.ts";
import type { Given, Met, Source } from "./source.ts";
import { type Columns, csvRows, jsonLines } from "./tables.ts";

export { readFeed } from "./feeds.ts";
export { type FetchLimits, fetchUrl } from "./fetch.ts";
export type { LeftOut } from "./files.ts";
export { prepare } from "./prepare.ts";
export { type Given, type Met, type Source, sha256 } from "./source.ts";
export type { Columns } from "./tables.ts";

/** What is given to read. */
export type Input =
  | ({ readonly kind: "text"; readonly text: string } & Pick<Given, "title" | "outlet" | "url" | "published">)
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly name: string; readonly mediaType?: string }
  /** A file or a folder, which is walked. */
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "url"; readonly url: string }
  /** Fetched, and each of its entries taken as a report. */
  | { readonly kind: "feed"; readonly url: string };

export interface IntakeOptions {
  /** Forbids all network use: an address is refused with E-INTAKE-01. */
  readonly offline?: boolean;
  readonly columns?: Columns;
  readonly limits?: FetchLimits | undefined;
}

/** A feed gives less than this of a report: the page itself is fetched. */
const WHOLE_STORY = 1500;

/** All reports that an input holds, one after the other; what cannot be taken is met as failed and the rest goes on. */
export async function* sources(input: Input, options: IntakeOptions = {}): AsyncGenerator<Met> {
  try {
    switch (input.kind) {
      case "text": {
        const { title, outlet, url, published } = input;
        const bytes = new TextEncoder().encode(input.text);
        yield {
          kind: "source",
          source: {
            name: title ?? "pasted text",
            bytes,
            mediaType: "text/plain",
            given: { title, outlet, url, published },
            externalId: null,
          },
        };
        return;
      }
      case "bytes":
        yield* unfold(
          {
            name: input.name,
            bytes: input.bytes,
            mediaType: mediaTypeOf(input.name, input.bytes, input.mediaType),
            given: {},
            externalId: null,
          },
          options,
        );
        return;
      case "path":
        for await (const { path, left } of walk(input.path)) {
          if (left === null) yield* file(path, options);
          else yield { kind: "left", name: path, why: left };
        }
        return;
      case "url":
        yield* unfold(await fetched(input.url, options), options);
        return;
      case "feed":
        yield* feedEntries(await fetched(input.url, options), options);
        return;
    }
  } catch (error) {
    yield { kind: "failed", name: nameOf(input), error };
  }
}

export const nameOf = (input: Input): string =>
  input.kind === "path"
    ? input.path
    : input.kind === "text"
      ? (input.title ?? "pasted text")
      : input.kind === "bytes"
        ? input.name
        : input.url;

async function* file(path: string, options: IntakeOptions): AsyncGenerator<Met> {
  try {
    const bytes = await readBytes(path);
    const source = { name: path, bytes, mediaType: mediaTypeOf(path, bytes), given: {}, externalId: null };
    for await (const met of unfold(source, options)) yield met;
  } catch (error) {
    yield { kind: "failed", name: path, error };
  }
}

async function fetched(url: string, { offline, limits = LIMITS }: IntakeOptions): Promise<Source> {
  if (offline)
    throw new Problem(
      "E-INTAKE-01",
      `${url} was not fetched: the network is forbidden (--offline).`,
      "Leave out --offline, or save the page and add the file.",
    );
  const got = await fetchUrl(url, limits);
  const { pathname } = new URL(got.url);
  const mediaType = mediaTypeOf(basename(pathname), got.bytes, got.contentType);
  return {
    name: got.url,
    bytes: got.bytes,
    mediaType,
    given: { url: got.url, contentType: got.contentType },
    externalId: null,
  };
}

/** How many reports the inputs hold as far as can be told without opening any: a table or a feed counts as one until it is met as `many`. */
export async function countOf(inputs: readonly Input[]): Promise<number> {
  let count = 0;
  for (const input of inputs) count += input.kind === "path" ? await countFiles(input.path) : 1;
  return count;
}

async function countFiles(path: string): Promise<number> {
  let count = 0;
  try {
    for await (const { left } of walk(path)) if (left === null) count++;
    return count;
  } catch {
    // What cannot be walked is met as one failure.
    return count + 1;
  }
}

/** Tables and feeds hold many reports; everything else is one. */
async function* unfold(source: Source, options: IntakeOptions): AsyncGenerator<Met> {
  const { bytes, mediaType, name } = source;
  const columns = options.columns ?? {};
  if (mediaType === "text/csv") yield* csvRows(bytes, name, columns, ",");
  else if (mediaType === "text/tab-separated-values") yield* csvRows(bytes, name, columns, "\t");
  else if (mediaType === "application/x-ndjson") yield* jsonLines(bytes, name, columns);
  else if (/^application\/(?:rss|atom|feed)\+(?:xml|json)$/.test(mediaType)) yield* feedEntries(source, options);
  else yield { kind: "source", source };
}

async function* feedEntries(source: Source, options: IntakeOptions): AsyncGenerator<Met> {
  const feed = readFeed(new TextDecoder().decode(source.bytes), source.name);
  yield { kind: "many", count: feed.entries.length };
  for (const entry of feed.entries) {
    const name = entry.url ?? entry.id;
    try {
      const externalId = `${source.name}#${entry.id}`;
      const words = entry.html.replace(/<[^>]+>/g, " ").trim();
      const given: Given = {
        title: entry.title,
        outlet: feed.title ?? undefined,
        url: entry.url,
        published: entry.published,
      };
      if (words.length < WHOLE_STORY && entry.url !== undefined && !options.offline) {
        const page = await fetched(entry.url, options);
        yield { kind: "source", source: { ...page, given: { ...given, ...page.given }, externalId } };
      } else if (words !== "") {
        const html = `<!doctype html><html><body><article>${entry.html}</article></body></html>`;
        yield {
          kind: "source",
          source: { name, bytes: new TextEncoder().encode(html), mediaType: "text/html", given, externalId },
        };
      }
    } catch (error) {
      yield { kind: "failed", name, error };
    }
  }
}
