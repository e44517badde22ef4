/**
 * Names as keys. Two spellings of one name should fold alike, two names never.
 *
 * `foldWord` forgets case, diacritics, apostrophes and the Arabic article. `soundWord` also forgets what transliteration
 * leaves open: Jund al-Khilafah, Jund al Khilafa and Jundul Khilafah sound alike. A sound key is used only where it belongs to one name.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};
const ARTICLE = /^(?:al|el|ul)$/;
/** The article before a sun letter is one only where a hyphen follows: "ash-Shabab", but "as", "an", "at". */
const SUN_ARTICLE = /^(?:ad|as|ash|an|ar|at|az|ed|es|er|ez|ess|esh|edh|adh|ath)$/;

/** Words and hyphens of a name, as written. */
export const nameWords = (name: string): string[] =>
  name.match(/(?:\p{L}\.){2,}|[\p{L}\p{M}\d]+(?:['’ʼ‘ʿ`](?!s\b)[\p{L}\p{M}\d]+)*|['’]s\b|-|[^\s]/gu) ?? [];

/** Lower case, no diacritics, no apostrophes or dots inside: "Qā'ida" is "qaida", "U.S." is "us". */
export function foldWord(word: string): string {
  const plain = word.toLowerCase();
  if (/^[a-z\d]*$/.test(plain)) return plain;
  return plain
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ıøłđðßæœþ]/g, (letter) => LETTERS[letter]!)
    .replace(/^['’]s$/, "'s")
    .replace(/(?<=[\p{L}\d])['’ʼ‘ʿʾ`.]+(?=[\p{L}\d]|$)|[ʿʾ‘]/gu, "");
}

/** Whether a word of a name is an article or hyphen that look-up passes over. `next` is the word after it. */
export const isSilent = (folded: string, next: string | undefined): boolean =>
  folded === "-" ||
  folded === "–" ||
  folded === '"' ||
  folded === "“" ||
  folded === "”" ||
  ARTICLE.test(folded) ||
  (next === "-" && SUN_ARTICLE.test(folded));

/** The key of a name: its folded words. A name of nothing but articles keeps them. */
export function foldName(name: string): string[] {
  const words = nameWords(name).map(foldWord);
  const kept = words.filter((word, i) => word !== "" && !isSilent(word, words[i + 1]));
  return kept.length > 0 ? kept : words;
}

/** What is left of a folded word when transliterations are heard rather than read. */
export function soundWord(folded: string): string {
  return folded
    .replace(/(?<=.{3})ul$/, "")
    .replace(/kh|q/g, "k")
    .replace(/gh/g, "g")
    .replace(/dh/g, "d")
    .replace(/th/g, "t")
    .replace(/ph/g, "f")
    .replace(/dj/g, "j")
    .replace(/ae|ai|ay|ei|ey/g, "i")
    .replace(/ou|oo/g, "u")
    .replace(/ee|[ey]/g, "i")
    .replace(/o/g, "u")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=[aiu])h$/, "");
}
