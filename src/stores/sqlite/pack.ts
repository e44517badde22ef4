import { deflateRawSync, inflateRawSync } from "node:zlib";
import { sql } from "kysely";
import type { Ledger } from "../../core/ledger.ts";

/** A ledger without its text, deflated: the text stands in a column of its own, where it is searched. */
export function packLedger(ledger: Ledger): Uint8Array {
  const json = JSON.stringify({ ...ledger, report: { ...ledger.report, text: "" } });
  return deflateRawSync(json, { level: 4 });
}

export function unpackLedger(packed: Uint8Array, text: string): Ledger {
  const ledger = JSON.parse(inflateRawSync(bytes(packed)).toString("utf8")) as Ledger;
  return { ...ledger, report: { ...ledger.report, text } };
}

/** Blobs come as ArrayBuffer or Buffer, as the driver likes. */
export const bytes = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob);

/** 53 bits of a block key: small rows, and a collision costs one comparison. */
export function hashKey(key: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** A list as one value: a statement for any length, prepared once. For `WHERE x IN ${listed(items)}`. */
export const listed = (items: readonly (string | number)[]) =>
  sql<never>`(SELECT value FROM json_each(${JSON.stringify(items)}))`;

/** Rows as one value: `SELECT value ->> 0, value ->> 1 FROM ${rowsOf(rows)}`. */
export const tableOf = (rows: readonly (readonly (string | number | null)[])[]) =>
  sql`json_each(${JSON.stringify(rows)})`;
