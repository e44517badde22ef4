import type { Reason } from "../core/dossier.ts";
import { type ActorKind, ARMED_KINDS } from "../core/ledger.ts";
import { fold, nameWords } from "./names.ts";

/** A name under which reports of the case have an actor. */
export interface NamedActor {
  readonly name: string;
  readonly entry: string | null;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly reports: number;
}

/** Two names that may be one actor's. Positive weights speak for, negative against. */
export interface AliasCandidate {
  readonly a: NamedActor;
  readonly b: NamedActor;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Bodies only: nobody is asked whether two private persons are one. */
const BODIES: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "government", ...ARMED_KINDS, "international-organisation", "monitor", "media", "court", "unknown",
]); // biome-ignore format: one list reads best
export const ALIAS_KINDS: readonly ActorKind[] = [...BODIES];

/** Log-odds, set by hand: names alike in sound are one more often than not, a shared word alone is not. */
const W = { spelling: 3, contained: 1, word: 0.75, acronym: 2.5, kind: 0.5, otherKind: -1, country: 0.5, otherCountry: -2, numbers: -4 }; // biome-ignore format: one table
/** What is worth a coder's look. */
const ENOUGH = 1.2;
/** Names that share a word, before the word is too common to say anything. */
const CROWD = 40;

interface Candidate extends NamedActor {
  readonly key: string;
  readonly words: readonly string[];
  /** Words by their sound, as transliterations vary: "khilafah" and "Khilafa". */
  readonly sounds: readonly string[];
  readonly initials: string;
  readonly acronym: string | null;
  readonly numbers: string;
}

/** Pairs of names that may be one actor's, the likeliest first. Of two registered actors the registry has said that they are two. */
export function aliasCandidates(names: readonly NamedActor[]): AliasCandidate[] {
  const all = prepared(names);
  const blocks = new Map<string, Candidate[]>();
  for (const one of all) {
    for (const key of new Set([...one.sounds, `i:${one.initials}`, ...(one.acronym ? [`i:${one.acronym}`] : [])]))
      blocks.set(key, [...(blocks.get(key) ?? []), one]);
  }
  const found = new Map<string, AliasCandidate>();
  for (const block of blocks.values()) {
    if (block.length > CROWD) continue;
    block.forEach((a, i) => {
      for (const b of block.slice(i + 1)) {
        const pair = a.key < b.key ? `${a.key}|${b.key}` : `${b.key}|${a.key}`;
        if (found.has(pair) || (a.entry !== null && b.entry !== null)) continue;
        const reasons = compared(a, b);
        const score = reasons.reduce((sum, r) => sum + r.weight, 0);
        if (score >= ENOUGH && reasons.some((r) => /spelling|contained|acronym/.test(r.rule)))
          found.set(pair, { a: bare(a), b: bare(b), score, reasons });
      }
    });
  }
  return [...found.values()].sort((x, y) => y.score - x.score || (x.a.name + x.b.name < y.a.name + y.b.name ? -1 : 1));
}

const bare = ({ name, entry, kind, country, reports }: Candidate): NamedActor => ({
  name,
  entry,
  kind,
  country,
  reports,
});

/** One candidate an actor: names that fold alike are one already. */
function prepared(names: readonly NamedActor[]): Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const one of names) {
    const words = nameWords(one.name);
    const key = one.entry ?? fold(one.name);
    if (words.length === 0 || !BODIES.has(one.kind) || !/\p{Lu}/u.test(one.name)) continue;
    const known = byKey.get(key);
    if (known && known.reports >= one.reports) {
      byKey.set(key, { ...known, reports: known.reports + one.reports });
      continue;
    }
    const acronym = /^[\p{Lu}-]{2,8}$/u.test(one.name.replace(/^the /i, ""))
      ? one.name.replace(/^the /i, "").replaceAll("-", "").toLowerCase()
      : null;
    byKey.set(key, {
      ...one,
      reports: one.reports + (known?.reports ?? 0),
      key,
      words,
      sounds: words.map(sound),
      initials: words.length > 1 ? words.map((w) => w[0]).join("") : "",
      acronym,
      numbers: words.filter((w) => /\d/.test(w)).join(" "),
    });
  }
  return [...byKey.values()];
}

/** A word by what stays when it is spelled otherwise: no vowels, no doubled letters, one letter for sounds written with two. */
export function sound(word: string): string {
  const plain = word
    .replace(/kh|q|ck/g, "k")
    .replace(/ph/g, "f")
    .replace(/gh/g, "g")
    .replace(/dj/g, "j")
    .replace(/th/g, "t")
    .replace(/dh/g, "d");
  const rest = plain
    .slice(1)
    .replace(/[aeiouyw]/g, "")
    .replace(/h$/, "");
  return (plain[0]! + rest).replace(/(.)\1+/g, "$1");
}

function compared(a: Candidate, b: Candidate): Reason[] {
  const found: Reason[] = [];
  const say = (rule: string, weight: number, words: string) => found.push({ rule: `alias/${rule}`, weight, words });
  const [short, long] = a.sounds.length <= b.sounds.length ? [a, b] : [b, a];
  const shared = short.sounds.filter((s) => long.sounds.includes(s));
  if (a.sounds.join(" ") === b.sounds.join(" ") && a.sounds.join("").length > 3)
    say("spelling", W.spelling, "the same name, spelled otherwise");
  else if (shared.length === short.sounds.length && short.sounds.join("").length > 2) {
    const more = long.words.filter((_, i) => !short.sounds.includes(long.sounds[i]!));
    say(
      "contained",
      W.contained + W.word * (shared.length - 1),
      `all words of "${short.name}" stand in "${long.name}", which adds ${more.map((w) => `"${w}"`).join(", ")}`,
    );
  }
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    if (x.acronym !== null && x.acronym === y.initials)
      say("acronym", W.acronym - (x.acronym.length < 3 ? 1 : 0), `"${x.name}" are the initials of "${y.name}"`);
  }
  if (a.numbers !== b.numbers) say("numbers", W.numbers, "they bear different numbers");
  if (a.kind !== "unknown" && b.kind !== "unknown") {
    if (a.kind === b.kind) say("kind", W.kind, `both are read as ${a.kind.replaceAll("-", " ")}`);
    else
      say(
        "kind",
        W.otherKind,
        `one is read as ${a.kind.replaceAll("-", " ")}, the other as ${b.kind.replaceAll("-", " ")}`,
      );
  }
  if (a.country !== null && b.country !== null) {
    if (a.country === b.country) say("country", W.country, `both of ${a.country}`);
    else say("country", W.otherCountry, `one of ${a.country}, the other of ${b.country}`);
  }
  return found;
}
