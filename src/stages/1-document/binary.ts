/** First bytes of common files that are no text, and what people call them. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a zip archive or an Office document"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "a rich-text document"],
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["GIF8", "a picture (GIF)"],
  ["RIFF", "a sound, picture or film file"],
  ["\x1f\x8b", "a gzip archive"],
  ["7z\xbc\xaf", "a 7z archive"],
  ["BZh", "a bzip2 archive"],
  ["\x7fELF", "a program"],
  ["MZ\x90", "a program"],
  ["SQLite format 3", "a database (SQLite)"],
  ["ID3", "a sound file"],
  ["OggS", "a sound file"],
];

/** What the bytes are where they are no text; null where they may be text. Looks at the first 64 KB. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [magic, kind] of MAGIC) if (head.startsWith(magic)) return kind;
  const sample = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < sample; i++) {
    const byte = bytes[i]!;
    if (byte === 0) return "binary data";
    // Tab, line ends, form feed and escape occur in text; the other control characters do not.
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) control++;
  }
  return control > sample / 100 ? "binary data" : null;
}
