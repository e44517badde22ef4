/** Names of bodies, people and places, made comparable across reports. */

/** No diacritics, case, possessive, punctuation or leading article: "The Shabaab's" -> "shabaab". */
export function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/['’`ʼ‘]s?(?![\p{L}\p{N}])/gu, " ")
    .replace(/['’`ʼ‘]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|a|an|al|el) (?=\S)/, "");
}

const SMALL = new Set(
  "the a an of in at on for to and from by with its his her their our some de la le el al du des".split(" "),
);

/** Words of a name that carry it. */
export const nameWords = (name: string): readonly string[] =>
  fold(name)
    .split(" ")
    .filter((w) => w !== "" && !SMALL.has(w));

/** Whether one name is the other with words left out or added, most words in common: "Nigerian army", "army of Nigeria" are not; "Afghan security forces", "security forces" are. */
export function namesAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word)) && short.length / long.length >= 0.5;
}

/** 53 bits of a string, as 11 hexadecimal digits; not for security. (cyrb53, public domain, github.com/bryc) */
export function shortHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, "0").slice(-11);
}
