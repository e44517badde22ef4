import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "./addresses.ts";
import { fetchUrl, LIMITS, USER_AGENT } from "./fetch.ts";
import { countOf, type Input, type IntakeOptions, type Met, prepare, readFeed, sources } from "./index.ts";
import { isFolderNote, mediaTypeOf } from "./kinds.ts";
import { pageLines, paragraphs } from "./pdf-layout.ts";
import { mapColumns } from "./tables.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const all = async (input: Input, options?: IntakeOptions): Promise<Met[]> => {
  const met: Met[] = [];
  for await (const one of sources(input, options)) if (one.kind !== "many") met.push(one);
  return met;
};
const texts = (met: readonly Met[]) =>
  met.map((m) =>
    m.kind === "source"
      ? new TextDecoder().decode(m.source.bytes)
      : m.kind === "failed"
        ? `failed: ${(m.error as { code?: string }).code}`
        : m.kind,
  );

describe("how many reports there will be", () => {
  const file = (name: string, text = "words"): Input => ({ kind: "bytes", name, bytes: bytes(text) });
  const many = async (input: Input): Promise<number[]> => {
    const counts: number[] = [];
    for await (const one of sources(input)) if (one.kind === "many") counts.push(one.count);
    return counts;
  };

  it("files of a folder are counted before, those left out not among them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "hearsay-count-"));
    for (const name of ["a.txt", "b.html", "c.jpg", "README.md", ".hidden.txt"])
      await writeFile(join(folder, name), "words");
    await symlink(join(folder, "a.txt"), join(folder, "d.txt"));
    expect(await countOf([file("x.txt"), { kind: "path", path: folder }, { kind: "path", path: "/nowhere" }])).toBe(5);
    const met = await all({ kind: "path", path: folder });
    expect(met.map((m) => (m.kind === "left" ? m.why : m.kind))).toEqual([
      "notes",
      "source",
      "source",
      "kind",
      "source",
    ]);
    await rm(folder, { recursive: true });
  });
  it("rows of a table are counted when it is opened, line ends in quoted cells not among them", async () => {
    expect(await many(file("a.csv", 'text\r\n"One\n\ntwo ""x"""\r\n\r\nthree\r\n'))).toEqual([2]);
    expect(await many(file("a.jsonl", '{"text":"a"}\n\n{"text":"\\"b"}'))).toEqual([2]);
    expect(await many(file("a.txt"))).toEqual([]);
  });
});

describe("files that tell of their folder", () => {
  it.each(["README.md", "readme.txt", "LICENSE", "in/CHANGELOG.txt", "README_en.md", "SHA256SUMS.txt"])("%s", (name) =>
    expect(isFolderNote(name)).toBe(true),
  );
  it.each(["notice-of-attack.txt", "security.txt", "readmeeting.txt", "authors-killed.md", "report.md"])(
    "not %s",
    (name) => expect(isFolderNote(name)).toBe(false),
  );
});

describe("what bytes are", () => {
  it.each<[string, string, string | undefined, string]>([
    ["a.txt", "words", undefined, "text/plain"],
    ["a", "<!DOCTYPE html><p>x", undefined, "text/html"],
    ["a.txt", "%PDF-1.4", undefined, "application/pdf"],
    ["page", "words", "text/html; charset=utf-8", "text/html"],
    ["feed", '<?xml version="1.0"?>\n<rss version="2.0">', "text/xml", "application/rss+xml"],
    ["a.eml", "From: x", undefined, "message/rfc822"],
    ["a.docx", "PK\u0003\u0004", undefined, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.zip", "PK\u0003\u0004", undefined, "application/zip"],
    ["a.csv?x=1", "a,b", "application/octet-stream", "text/csv"],
  ])("%s beginning %j, stated %s", (name, content, stated, type) =>
    expect(mediaTypeOf(name, bytes(content), stated)).toBe(type),
  );
});

describe("tables", () => {
  it("guesses columns by their names, and takes what it is told first", () => {
    expect(mapColumns(["UID", "Headline", "Full Text", "Date"], {}, "t")).toMatchObject({
      id: "UID",
      title: "Headline",
      text: "Full Text",
      published: "Date",
    });
    expect(mapColumns(["a", "text"], { text: "A" }, "t").text).toBe("a");
    expect(() => mapColumns(["a", "b"], {}, "t")).toThrow(/E-INTAKE-12.*It has: a, b/);
    expect(() => mapColumns(["a"], { text: "body" }, "t")).toThrow(/E-INTAKE-13/);
  });
  it("reads quoted cells over lines, and goes on after an empty one", async () => {
    const csv = '\ufeffid,text\r\n1,"Two\nlines, ""quoted"""\r\n2,\r\n3,Third\r\n';
    const met = await all({ kind: "bytes", name: "t.csv", bytes: bytes(csv) });
    expect(texts(met)).toEqual(['Two\nlines, "quoted"', "failed: E-INTAKE-15", "Third"]);
    expect(met[0]).toMatchObject({ source: { externalId: "t.csv#1" } });
  });
  it("a broken line of jsonl stops nothing", async () => {
    const met = await all({
      kind: "bytes",
      name: "t.jsonl",
      bytes: bytes('{"text":"One","id":7}\n{broken\n[1]\n{"text":"Two"}\n'),
    });
    expect(met.map((m) => m.kind)).toEqual(["source", "failed", "failed", "source"]);
    expect(met[0]).toMatchObject({ source: { externalId: "t.jsonl#7" } });
  });
});

describe("mail", () => {
  it("gives subject, sender, day and plain text", async () => {
    const mail =
      "From: Lakes Wire <desk@example.org>\r\nSubject: =?utf-8?q?Goma=3A_caf=C3=A9_hit?=\r\nDate: Thu, 05 Mar 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRebels shelled a camp.\r\n";
    const { content, options } = await prepare({
      name: "a.eml",
      bytes: bytes(mail),
      mediaType: "message/rfc822",
      given: { outlet: "Given" },
      externalId: null,
    });
    expect(content).toBe("Rebels shelled a camp.");
    expect(options).toMatchObject({ title: "Goma: café hit", outlet: "Given", published: "2026-03-05T09:00" });
  });
});

describe("feeds", () => {
  const long = `<p>${"Rebels shelled a camp near Goma. ".repeat(60)}</p>`;
  it.each([
    [
      "rss",
      `<rss version="2.0"><channel><title>W</title><item><title>T</title><guid>g</guid><link>http://x/1</link><pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate><description>${long.replace(/</g, "&lt;")}</description></item></channel></rss>`,
    ],
    [
      "atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><title>T</title><id>g</id><link href="http://x/1"/><published>2026-03-05T10:00:00Z</published><content type="html">${long.replace(/</g, "&lt;")}</content></entry></feed>`,
    ],
    [
      "json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "W",
        items: [{ id: "g", title: "T", url: "http://x/1", date_published: "2026-03-05T10:00:00Z", content_html: long }],
      }),
    ],
  ])("%s", (_, text) => {
    const feed = readFeed(text, "f");
    expect(feed.title).toBe("W");
    expect(feed.entries).toMatchObject([
      { id: "g", title: "T", url: "http://x/1", html: expect.stringContaining("Rebels") },
    ]);
  });
  it("says that a page is no feed", () => expect(() => readFeed("<html><p>hello", "f")).toThrow(/E-INTAKE-21/));
});

describe("columns of a PDF", () => {
  const line = (str: string, x: number, y: number, fontSize = 10) => ({ str, x, y, width: str.length * 5, fontSize });
  const page = (...items: ReturnType<typeof line>[]) => paragraphs([pageLines(items)]);

  it("are read one after the other under a heading that spans them", () => {
    const left = ["Rebels shelled a camp", "near Goma on Thurs-", "day, killing at least", "ten civilians there."];
    const right = ["The army said that it", "had not been warned", "before the attack was", "made, and mourned."];
    const items = [
      line("Camp shelled near the border town of Goma", 60, 760, 16),
      ...left.map((t, i) => line(t, 50, 700 - 12 * i)),
      ...right.map((t, i) => line(t, 250, 700 - 12 * i)),
    ];
    // As a PDF often has them: line by line across both columns.
    const across = [items[0]!, ...left.flatMap((_, i) => [items[1 + i]!, items[5 + i]!])];
    expect(page(...across)).toEqual([
      "Camp shelled near the border town of Goma",
      "Rebels shelled a camp near Goma on Thursday, killing at least ten civilians there.",
      "The army said that it had not been warned before the attack was made, and mourned.",
    ]);
  });
  it("a hyphen stays where the word has one elsewhere", () => {
    expect(
      page(line("The anti-government side met the anti-", 50, 700), line("government crowd again", 50, 688)),
    ).toEqual(["The anti-government side met the anti-government crowd again"]);
  });
  it("one column with a wide gap between two words is no two columns", () => {
    expect(
      page(line("Twelve dead", 50, 700), line("and four hurt", 140, 700), line("in all, police said", 50, 688)),
    ).toEqual(["Twelve dead and four hurt in all, police said"]);
  });
  it("a wider distance begins a paragraph", () => {
    const heights = [700, 688, 676, 652, 640];
    const items = heights.map((y, i) => line(`Words of line number ${i}.`, 50, y));
    expect(page(...items)).toHaveLength(2);
  });
});

describe("addresses", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "192.168.1.1",
    "172.20.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "[::1]",
    "224.0.0.1",
    "nonsense",
  ])("%s is closed", (a) => expect(isPublicAddress(a)).toBe(false));
  it.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "93.184.216.34"])("%s is open", (a) =>
    expect(isPublicAddress(a)).toBe(true),
  );

  it.each([
    "file:///etc/passwd",
    "ftp://example.org/x",
    "javascript:alert(1)",
    "http://user:secret@example.org/",
    "no address",
  ])("%s is refused", (url) => expect(fetchUrl(url)).rejects.toMatchObject({ code: "E-INTAKE-16" }));
  it.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://169.254.169.254/latest/meta-data",
  ])("%s is not asked", (url) => expect(fetchUrl(url)).rejects.toMatchObject({ code: "E-INTAKE-17" }));
});

describe("fetching", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const serve = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  /** The tests' own server is let in; everything else stays closed. */
  const limits = { ...LIMITS, maxBytes: 2000, timeoutMs: 1500, allows: (address: string) => address === "127.0.0.1" };

  it("says who asks, and undoes packing", async () => {
    let agent: string | undefined;
    const url = await serve((request, response) => {
      agent = request.headers["user-agent"];
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
        .end(gzipSync("<p>hello"));
    });
    const got = await fetchUrl(url, limits);
    expect(new TextDecoder().decode(got.bytes)).toBe("<p>hello");
    expect([agent, got.contentType]).toEqual([USER_AGENT, "text/html; charset=utf-8"]);
  });
  it("checks every redirect anew", async () => {
    const url = await serve((request, response) => {
      const to =
        request.url === "/inside"
          ? "http://10.0.0.1/secret"
          : request.url === "/file"
            ? "file:///etc/passwd"
            : "/round";
      response.writeHead(302, { location: to }).end();
    });
    await expect(fetchUrl(`${url}/inside`, limits)).rejects.toMatchObject({ code: "E-INTAKE-17" });
    await expect(fetchUrl(`${url}/file`, limits)).rejects.toMatchObject({ code: "E-INTAKE-16" });
    await expect(fetchUrl(`${url}/round`, limits)).rejects.toMatchObject({ code: "E-INTAKE-18" });
  });
  it("stops at the limits of size, also when unpacked, and of time", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/large") response.end("x".repeat(5000));
      else if (request.url === "/bomb")
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(500_000)));
      else if (request.url === "/missing") response.writeHead(404).end();
      else response.write("and then nothing more");
    });
    await expect(fetchUrl(`${url}/large`, limits)).rejects.toMatchObject({ code: "E-INTAKE-04" });
    await expect(fetchUrl(`${url}/bomb`, limits)).rejects.toMatchObject({ code: "E-INTAKE-04" });
    await expect(fetchUrl(`${url}/missing`, limits)).rejects.toMatchObject({ code: "E-INTAKE-19" });
    await expect(fetchUrl(`${url}/slow`, limits)).rejects.toMatchObject({ code: "E-INTAKE-20" });
  });
  it("takes every entry of a feed, and fetches the page where the feed gives a line", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/feed")
        response.end(
          `<rss version="2.0"><channel><title>W</title><item><title>T</title><link>${url}/page</link><description>Short.</description></item><item><title>U</title><link>${url}/gone</link></item></channel></rss>`,
        );
      else if (request.url === "/page")
        response.writeHead(200, { "content-type": "text/html" }).end("<html><p>The whole story.");
      else response.writeHead(410).end();
    });
    const met = await all({ kind: "feed", url: `${url}/feed` }, { limits: { ...limits, maxBytes: 20_000 } });
    expect(texts(met)).toEqual(["<html><p>The whole story.", "failed: E-INTAKE-19"]);
    expect(met[0]).toMatchObject({
      source: { mediaType: "text/html", given: { title: "T", outlet: "W" }, externalId: `${url}/feed#${url}/page` },
    });
  });
});
