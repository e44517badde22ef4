/**
 * Words as Universal Dependencies cuts English: "don't" is "do" + "n't", "army's" is "army" + "'s", "car-bomb" is three.
 * Offsets point into the text; white space is nobody's. Linear in the text.
 */
export interface Tokens {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly length: number;
}

const ABBREVIATION =
  "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Adm|Brig|Cmdr|Gov|Sen|Rep|Sr|Jr|St|Rev|Hon|Pres|No|Nos|Inc|Ltd|Co|Corp|vs|etc|al|" +
  "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ave|Blvd|Rd|Mt|Ft|approx|est|Fig|fig|pp|ed|eds|vol|cf|ca|e\\.g|i\\.e|a\\.m|p\\.m";

const TOKEN = new RegExp(
  [
    String.raw`(?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[\w.+-]+@[\w-]+\.[\w.-]*\w`,
    String.raw`[@#][\p{L}\d_]+`,
    String.raw`(?:\p{L}\.){2,}`,
    String.raw`(?:${ABBREVIATION})\.(?=\s|,|$|\))`,
    String.raw`\p{Lu}\.(?=\s+\p{Lu})`,
    String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
    String.raw`\d+:\d\d(?::\d\d)?`,
    String.raw`\d+(?:\.\d+)+`,
    String.raw`\d+(?:st|nd|rd|th|s)\b`,
    String.raw`\.\d+`,
    String.raw`\d+(?=(?:km|kg|mm|cm|am|pm|m|k|g)\b)`,
    String.raw`\d+`,
    String.raw`[\p{L}\p{M}][\p{L}\p{M}\d]*(?:['’ʼ‘](?=[\p{L}])[\p{L}\p{M}]+)*`,
    String.raw`['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b`,
    String.raw`\.{2,}|…`,
    "-{2,}|—|–",
    "[!?]+",
    String.raw`\*+|=+|_+|~+`,
    String.raw`\S`,
  ].join("|"),
  "gu",
);
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
/** Where words written as one are cut. */
const FUSED: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, wanna: 3, gotta: 3 };
/** Prefixes that keep their hyphen: "anti-tank", "ex-rebel". */
const PREFIX = /^(?:e|x|t|co|re|pre|non|anti|ex|un|mid|post|sub|inter|intra|semi|pro|multi|mis|bi|tri|neo)$/i;

export function tokenise(text: string, from = 0, to = text.length): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const piece = to === text.length && from === 0 ? text : text.slice(from, to);
  const push = (start: number, end: number) => {
    starts.push(from + start);
    ends.push(from + end);
  };
  for (const match of piece.matchAll(TOKEN)) {
    const word = match[0];
    const at = match.index;
    const end = at + word.length;
    if (/^\p{L}/u.test(word) && !word.includes("/") && !word.includes("@")) {
      const cut = FUSED[word.toLowerCase()];
      if (cut !== undefined) {
        push(at, at + cut);
        push(at + cut, end);
        continue;
      }
      const clitic = CLITIC.exec(word);
      if (clitic) {
        const middle = at + clitic[1]!.length;
        push(at, middle);
        push(middle, end);
        continue;
      }
      // "anti" "-" "tank": the prefix is joined to what follows.
      const n = ends.length;
      if (n >= 2 && ends[n - 1] === from + at && ends[n - 2] === from + at - 1 && text[from + at - 1] === "-") {
        if (PREFIX.test(text.slice(starts[n - 2], ends[n - 2]))) {
          starts.pop();
          ends.pop();
          ends[n - 2] = from + end;
          continue;
        }
      }
    }
    push(at, end);
  }
  return { start: Int32Array.from(starts), end: Int32Array.from(ends), length: starts.length };
}
