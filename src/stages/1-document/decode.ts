import type { Notice } from "../../core/finding.ts";
import { binaryKind } from "./binary.ts";
import { problems } from "./problems.ts";

export interface Decoded {
  readonly text: string;
  /** WHATWG name: "utf-8", "windows-1252", "koi8-r" … */
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

/** `stated`: the charset of the transport or of the caller; null where none was given. */
export interface EncodingHints {
  readonly name: string;
  readonly stated: string | null;
}

const REPLACEMENT = /\uFFFD/g;

/**
 * Bytes to text. What the file says of itself comes first (byte order mark, transport, `<meta>`), then valid UTF-8,
 * then a guess by byte statistics, which is stated as a guess. Throws `E-DOCUMENT-02` for what is no text.
 */
export async function decode(bytes: Uint8Array, hints: EncodingHints): Promise<Decoded> {
  const wide = wideEncoding(bytes);
  const binary = wide === null ? binaryKind(bytes) : null;
  if (binary !== null) throw problems.binary(hints.name, binary);

  const declared = wide ?? (await declaredEncoding(bytes, hints.stated));
  if (declared !== null && declared !== "utf-8") return decodeDeclared(bytes, declared);

  const utf8 = new TextDecoder("utf-8").decode(bytes);
  const broken = utf8.match(REPLACEMENT)?.length ?? 0;
  if (broken === 0) return { text: utf8, encoding: "utf-8", notices: [] };
  // A few bad bytes among many good sequences: a damaged UTF-8 file rather than another encoding.
  if (declared === "utf-8" || countBeyondAscii(utf8) - broken > 2 * broken) {
    return { text: utf8, encoding: "utf-8", notices: [damaged("utf-8", broken)] };
  }
  const guess = await guessEncoding(bytes);
  const text = new TextDecoder(guess).decode(bytes);
  return { text, encoding: guess, notices: [guessed(guess)] };
}

function decodeDeclared(bytes: Uint8Array, encoding: string): Decoded {
  const utf8 = validUtf8(bytes);
  // Pages that call themselves latin-1 are often UTF-8; accented letters never form valid UTF-8 by chance.
  if (utf8 !== null && countBeyondAscii(utf8) > 0 && !encoding.startsWith("utf-16")) {
    return { text: utf8, encoding: "utf-8", notices: [misdeclared(encoding)] };
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(REPLACEMENT)?.length ?? 0;
  return { text, encoding, notices: broken > 0 ? [damaged(encoding, broken)] : [] };
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a byte order mark: every other byte of Latin text is zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = Math.min(bytes.length & ~1, 2000);
  if (sample < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = sample / 2;
  if (odd > 0.7 * pairs && even < 0.02 * pairs) return "utf-16le";
  if (even > 0.7 * pairs && odd < 0.02 * pairs) return "utf-16be";
  return null;
}

/** What a byte order mark, the transport, `<?xml encoding>` or `<meta charset>` says. */
async function declaredEncoding(bytes: Uint8Array, stated: string | null): Promise<string | null> {
  // Without a tag there is nothing to sniff in a text; the marks of UTF-16 are known by now.
  if (!bytes.subarray(0, 1024).includes(0x3c)) return stated === null ? null : known(stated);
  const { ResultType, Sniffer } = await import("encoding-sniffer/sniffer");
  const sniffer = new Sniffer({ transportLayerEncodingLabel: stated ?? undefined });
  sniffer.write(bytes.subarray(0, 1024));
  return sniffer.resultType === ResultType.DEFAULT ? null : known(sniffer.encoding);
}

function known(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const { default: jschardet } = await import("jschardet");
  const result = jschardet.detect(bytes.subarray(0, 65_536));
  const label = result.encoding === null ? null : known(result.encoding);
  return label === null || label === "utf-8" ? "windows-1252" : label;
}

function countBeyondAscii(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) count++;
  return count;
}

const damaged = (encoding: string, count: number): Notice => ({
  code: "N-DOCUMENT-01",
  message: `${count} ${count === 1 ? "place is" : "places are"} not valid ${encoding} and shown as \uFFFD. Check the words around them against the original.`,
  span: null,
});

const guessed = (encoding: string): Notice => ({
  code: "N-DOCUMENT-02",
  message: `The file does not state its encoding and is not UTF-8; it was read as ${encoding}. If names look wrong, save it as UTF-8 and read it again.`,
  span: null,
});

const misdeclared = (encoding: string): Notice => ({
  code: "N-DOCUMENT-03",
  message: `The file calls itself ${encoding} but is valid UTF-8, and was read as UTF-8.`,
  span: null,
});
