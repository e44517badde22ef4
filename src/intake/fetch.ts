import { lookup as dnsLookup } from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import type { LookupFunction } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { Problem } from "../core/problem.ts";
import { isPublicAddress } from "./addresses.ts";

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** Which addresses may be asked; the tests' own server is let in by another rule. */
  readonly allows: (address: string) => boolean;
}

export const LIMITS: FetchLimits = {
  maxBytes: 20 * 1024 * 1024,
  timeoutMs: 30_000,
  maxRedirects: 5,
  allows: isPublicAddress,
};

/** Says who asks and where to read about it; nothing about the user or the case. */
export const USER_AGENT = "Hearsay/0.1 (+https://www.npmjs.com/package/hearsay)";

export interface Fetched {
  /** After redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

/**
 * Fetches one address. Only http and https, no credentials in it, no address of this machine or a private network, whether named, looked up
 * or redirected to: the address that was checked is the one that is connected to. E-INTAKE-16 … 20.
 */
export async function fetchUrl(address: string, limits: FetchLimits = LIMITS): Promise<Fetched> {
  const deadline = Date.now() + limits.timeoutMs;
  let url = checked(address);
  for (let hop = 0; hop <= limits.maxRedirects; hop++) {
    const answer = await ask(url, limits, deadline);
    if (answer.redirect === null) return { url: url.href, bytes: answer.bytes, contentType: answer.contentType };
    url = checked(new URL(answer.redirect, url).href);
  }
  throw new Problem(
    "E-INTAKE-18",
    `${address} redirects more than ${limits.maxRedirects} times.`,
    "Give the address it ends at.",
  );
}

function checked(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Problem("E-INTAKE-16", `${address} is no address.`, "Give one that begins with http:// or https://.");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new Problem(
      "E-INTAKE-16",
      `${address} is neither http nor https.`,
      "Give a web address, or the path of a file.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new Problem("E-INTAKE-16", `${url.host}: the address holds a user name or password.`, "Leave it out.");
  }
  return url;
}

interface Answer {
  readonly redirect: string | null;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

function ask(url: URL, limits: FetchLimits, deadline: number): Promise<Answer> {
  const refuse = () =>
    new Problem(
      "E-INTAKE-17",
      `${url.host} lies on this machine or in a private network.`,
      "Save the page and add the file.",
    );
  // A name is looked up once, checked, and connected to as checked: no second answer can slip in between.
  const lookup: LookupFunction = (host, options, done) => {
    dnsLookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const open = addresses.filter(({ address }) => limits.allows(address));
      if (open.length === 0) return done(refuse(), "", 0);
      if (options.all) return (done as unknown as (e: null, a: typeof open) => void)(null, open);
      done(null, open[0]!.address, open[0]!.family);
    });
  };
  const unreachable = (error: Error) =>
    new Problem(
      "E-INTAKE-19",
      `${url.host} cannot be reached (${error.message}).`,
      "Check the address and the connection.",
    );
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (/^[\d.]+$|:/.test(host) && !limits.allows(host)) return reject(refuse());
    const client = url.protocol === "https:" ? https : http;
    const request = client.get(url, { lookup, headers: HEADERS, agent: false }, (response) => {
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        return finish(() => resolve({ redirect: headers.location!, bytes: new Uint8Array(), contentType: undefined }));
      }
      if (statusCode !== 200) {
        const advice = statusCode === 404 ? "Check the address." : "Try later, or save the page and add the file.";
        return fail(new Problem("E-INTAKE-19", `${url.href} answered ${statusCode}.`, advice));
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.maxBytes) fail(tooLarge(url, limits));
        else chunks.push(chunk);
      });
      response.on("end", () => {
        try {
          const bytes = unpacked(Buffer.concat(chunks), headers["content-encoding"], limits);
          finish(() => resolve({ redirect: null, bytes, contentType: headers["content-type"] }));
        } catch {
          fail(tooLarge(url, limits));
        }
      });
      response.on("error", (error) => fail(unreachable(error)));
    });
    // Whatever comes first settles it; the connection is then of no more use.
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      request.destroy();
    };
    const fail = (problem: Error) => finish(() => reject(problem));
    const late = new Problem(
      "E-INTAKE-20",
      `${url.host} did not answer in ${limits.timeoutMs / 1000} s.`,
      "Try later.",
    );
    const timer = setTimeout(() => fail(late), Math.max(1, deadline - Date.now()));
    request.on("error", (error) => fail(error instanceof Problem ? error : unreachable(error)));
  });
}

const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5",
  "accept-encoding": "gzip, deflate, br",
};

const tooLarge = (url: URL, limits: FetchLimits) =>
  new Problem(
    "E-INTAKE-04",
    `${url.href} is larger than ${Math.round(limits.maxBytes / 1_048_576)} MB.`,
    "Save it and cut out the report.",
  );

/** Undoes the packing of transport, within the same limit: a small answer must not unpack into a huge one. */
function unpacked(bytes: Buffer, encoding: string | undefined, { maxBytes }: FetchLimits): Uint8Array {
  const options = { maxOutputLength: maxBytes };
  if (encoding === "gzip" || encoding === "x-gzip") return gunzipSync(bytes, options);
  if (encoding === "deflate") return inflateSync(bytes, options);
  if (encoding === "br") return brotliDecompressSync(bytes, options);
  return bytes;
}
