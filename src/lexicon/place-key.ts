/**
 * Keys under which place names are looked up. The plain key folds what never tells two places apart (case, diacritics,
 * apostrophes, hyphens); the loose key also folds how the same sounds are written by different hands:
 * Hodeidah / Hudaydah, Kyiv / Kiev, Khan Younis / Khan Yunis, Mekelle / Mek'ele.
 */

// Letters that Unicode does not decompose: Łódź, Gülyazı, Đakovica, Tórshavn.
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l", ı: "i", đ: "d", ð: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", þ: "th", ə: "a", ŋ: "n", ħ: "h", "’": "", "‘": "",
  "`": "", "'": "", ʻ: "", ʼ: "", ʿ: "", ʾ: "", "´": "", ʹ: "", ʺ: "", "“": "", "”": "", ".": "",
}; // biome-ignore format: one line reads best
const PLAIN = /^[a-z ]*$/;

/** Case, diacritics and apostrophes gone; hyphens, slashes and commas are spaces. "Ad-Dayr" -> "ad dayr". */
export function plainKey(name: string): string {
  let text = name.toLowerCase();
  if (PLAIN.test(text)) return text.trim();
  text = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  let out = "";
  for (const letter of text) {
    const mapped = LETTERS[letter];
    if (mapped !== undefined) out += mapped;
    else out += letter === "-" || letter === "‐" || letter === "–" || letter === "/" || letter === "," ? " " : letter;
  }
  return out
    .replace(/\bsaint\b/g, "st")
    .replace(/\bsainte\b/g, "ste")
    .replace(/ {2,}/g, " ")
    .trim();
}

const ARTICLE = /^(?:al|el|ul|il|ad|an|ar|as|ash|at|az|adh|ath) (?=[a-z]{3})/;
const INNER_ARTICLE = / (?:al|el|ul|il|ad|an|ar|as|ash|at|az|adh|ath|ed|es|esh|ez|et|en) (?=[a-z]{3})/g;
// In order: consonants of French, Turkish, Russian and Arabic transliteration, then vowels.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsh/g, "ch"],
  [/dj|dzh|zh/g, "j"],
  [/sch/g, "sh"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/ph/g, "f"],
  [/gh/g, "g"],
  [/kh/g, "h"],
  [/ck|q|c(?=[aoukl]|$)/g, "k"],
  [/x/g, "ks"],
  [/^ou(?=[aeio])/, "v"],
  [/w/g, "v"],
  [/ou|oo|au|aw|av(?=[^aeiou]|$)|o/g, "u"],
  [/[eyi]+[aeiy]*[eyi]+|ai|ay|ei|ey|y|e/g, "i"],
  [/(.)\1+/g, "$1"],
  [/([aiu])h(?=[^aiu]|$)/g, "$1"],
];

/** The loose key: Arabic article, word breaks and rival transliterations folded. Only safe where the context bears the place out. */
export function looseKey(plain: string): string {
  let text = plain.replace(ARTICLE, "").replace(INNER_ARTICLE, " ").replace(/ /g, "");
  for (const [from, to] of SOUNDS) text = text.replace(from, to);
  return text;
}

/** 32-bit FNV-1a over UTF-16 units. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
