import type { Ledger } from "../core/ledger.ts";
import { type ReadResult, readDocumentWith } from "../read.ts";
import { loadKnowledge } from "../resources.ts";
import { type DocumentOptions, readDocument } from "../stages/1-document/index.ts";

/** The engine as a case uses it. `pool.ts` reads in workers; the default reads in this process, one report after the other. */
export interface Reader {
  /** Reports that may be read at once. */
  readonly width: number;
  engine(): Promise<Ledger["engine"]>;
  read(content: Uint8Array | string, options: DocumentOptions): Promise<Ledger>;
  /** With the layers that `explain` and `whyNot` look into. */
  readInFull(content: Uint8Array | string, options: DocumentOptions): Promise<ReadResult>;
  close(): Promise<void>;
}

export const inProcess: Reader = {
  width: 1,
  engine: async () => {
    const { version, lexicon } = await loadKnowledge();
    return { version, lexicon: lexicon.hash };
  },
  read: async (content, options) => (await readInFull(content, options)).ledger,
  readInFull,
  close: async () => {},
};

async function readInFull(content: Uint8Array | string, options: DocumentOptions): Promise<ReadResult> {
  const [document, knowledge] = await Promise.all([readDocument(content, options), loadKnowledge()]);
  return readDocumentWith(document, knowledge);
}
