/** Writes the ledger's JSON Schema, which the package publishes as `hearsay/schema.json`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { ledgerJsonSchema } from "../src/formats/ledger.ts";

const out = new URL("../dist/ledger.schema.json", import.meta.url);
mkdirSync(new URL(".", out), { recursive: true });
writeFileSync(out, `${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`);
