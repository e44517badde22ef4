/** Names as they stand in an English sentence. */

/** Heads of names that take an article: "the Ministry of Defence", "the Afghan Army". */
const ARTICLE =
  /^(?:bbc|idf|iaea|icrc|cia|fbi|fsb)$|\b(?:army|navy|air force|police|ministry|government|movement|front|party|coalition|organi[sz]ation|council|committee|office|command|union|force|forces|group|brigades?|battalion|observatory|mission|agency|court|state|states|nations|kingdom|republic|authority|service|services|presidency|parliament|directorate|secretariat|embassy|cabinet|junta|guard|corps|militia|network|federation|alliance|administration|taliban|houthis|tigers)\b/i;
const DETERMINED =
  /^(?:the|a|an|its|their|his|her|some|many|several|two|three|four|five|six|seven|eight|nine|ten|\d|no|all|one)\b/i;
const PLURAL = /(?:[^su]s|people|men|women|children|police|troops)$/;
/** Names of bodies in the plural: "the armed forces said they …". */
const FORCES = /\b(?:forces|police|guards|brigades|houthis|tigers|marines)$/i;

/** Who is named by nothing but a pronoun. */
const PRONOUN = /^(?:he|she|it|they|we|i|you|one|who|someone|somebody|others?)$/i;

export function withArticle(name: string): string {
  if (PRONOUN.test(name)) return name;
  if (DETERMINED.test(name)) return name;
  // "the teacher's pupils", "Adam Bakhit's men"
  const [owned, owner, rest] = /^(.*?)(['’]s? \p{Ll}.*)$/u.exec(name) ?? [];
  if (owned !== undefined && !/['’]/u.test(owner!) && /\p{L}$/u.test(owner!)) return `${withArticle(owner!)}${rest}`;
  // what a description hangs on: "source in the security services" is one
  const head = name.split(/ (?:of|in|from|for|with|at|near|on|to|by|who|that|whose) /)[0]!;
  if (/^\p{Ll}/u.test(name)) return PLURAL.test(head) ? name : `the ${name}`;
  // "Iraqi prime minister": a description that opens with an adjective of a country
  if (/\s\p{Ll}[\p{L}-]*$/u.test(head) && !PLURAL.test(head)) return `the ${name}`;
  return ARTICLE.test(name) ? `the ${name}` : name;
}

/** "A", "A and B", "A, B and C". */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "it" for the group or institution that speaks of itself, "they" for several people; null where the name is better said again. */
export function pronounFor({ source, body }: { readonly source: string; readonly body: boolean }): string | null {
  const last = source.split(" ").at(-1)!;
  if ((/^\p{Ll}/u.test(last) && PLURAL.test(last)) || FORCES.test(source)) return "they";
  return body ? "it" : null;
}
