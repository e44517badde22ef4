import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Largest body a write may have, in bytes. */
export const BODY_LIMIT = 64 * 1024 * 1024;

/** The workbench asks nobody but this server, runs no inline script, and is framed by nobody. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Content-Security-Policy", POLICY);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
};

export const refuse = (code: string, message: string) => ({ code, message });

/**
 * Only names that mean this machine may be asked for (no DNS rebinding), and only our own pages may write or read (no cross-site
 * requests). `hosts` are the allowed `Host` names without port.
 */
export function ownPagesOnly(hosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set(hosts);
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!allowed.has(hostname(host))) {
      return c.json(
        refuse(
          "E-HTTP-01",
          `Requests to the host "${host}" are not answered. Use the address that hearsay serve printed.`,
        ),
        421,
      );
    }
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const foreign =
      origin !== undefined
        ? originHost(origin) !== host
        : site !== undefined && site !== "same-origin" && site !== "none";
    if (foreign) return c.json(refuse("E-HTTP-02", "Requests from other sites are not answered."), 403);
    const writes = c.req.method !== "GET" && c.req.method !== "HEAD";
    // A form or an image of another site can send a simple request without asking first; a header of our own it cannot.
    if (writes && origin === undefined && c.req.header("x-hearsay") === undefined) {
      return c.json(refuse("E-HTTP-03", "A write needs an Origin of this server or the header X-Hearsay."), 403);
    }
    return next();
  };
}

/** When bound elsewhere than loopback: `Authorization: Bearer TOKEN`, or the cookie that `/?token=TOKEN` sets. */
export function needsToken(token: string): MiddlewareHandler {
  const expected = Buffer.from(token);
  const fits = (given: string | undefined) => {
    const bytes = Buffer.from(given ?? "");
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  };
  return async (c, next) => {
    if (fits(c.req.header("authorization")?.replace(/^Bearer /, ""))) return next();
    const cookie = /(?:^|;\s*)hearsay=([^;]*)/.exec(c.req.header("cookie") ?? "")?.[1];
    if (fits(cookie)) return next();
    if (fits(c.req.query("token"))) {
      c.header("Set-Cookie", `hearsay=${token}; HttpOnly; SameSite=Strict; Path=/`);
      return next();
    }
    return c.json(
      refuse("E-HTTP-04", "This server needs its token: open the address that hearsay serve printed, token included."),
      401,
    );
  };
}

export const limited = bodyLimit({
  maxSize: BODY_LIMIT,
  onError: (c) =>
    c.json(
      refuse(
        "E-HTTP-05",
        `The body is larger than ${BODY_LIMIT / 1024 / 1024} MB. Add the files from the command line: hearsay add FOLDER.`,
      ),
      413,
    ),
});

const hostname = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

function originHost(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return "";
  }
}
