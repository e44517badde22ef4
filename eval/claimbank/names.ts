import type { GoldReport } from "./gold.ts";

const PRONOUNS = new Set(
  "she he it they we i you him her them us his its their our one this that who which he's".split(" "),
);
const STOP = new Set("the a an of in at on for to and from by with its his her their our some said".split(" "));
export const GENERIC: ReadonlySet<string> = new Set(
  (
    "people person persons civilian civilians villager villagers resident residents victim victims " +
    "dead bodies casualties worshippers"
  ).split(" "),
);

export const isPronoun = (form: string): boolean => PRONOUNS.has(form);

/** A name for comparing: no diacritics, case, possessive, punctuation or leading article. */
export function normalise(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}_])/gu, " ")
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim()
    .replace(/^(the|a|an) /, "");
}

export const words = (name: string): Set<string> =>
  new Set(
    normalise(name)
      .split(" ")
      .filter((word) => word !== "" && !STOP.has(word) && !/^\p{Nd}+$/u.test(word)),
  );

const isSubset = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].every((x) => b.has(x));
export const meets = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((x) => b.has(x));

/** The actors of a gold report with all their forms. A form shared by two actors tells little, unless it is the name itself. */
export class GoldNames {
  private readonly every = new Map<string, Set<string>>();
  private readonly shared = new Set<string>();
  readonly forms = new Map<string, Set<string>>();

  constructor(gold: GoldReport) {
    const seen = new Map<string, Set<string>>();
    for (const [name, forms] of Object.entries(gold.aliases)) {
      const all = new Set([name, ...forms].map(normalise).filter((form) => form !== "" && !isPronoun(form)));
      this.every.set(name, all);
      for (const form of all) seen.set(form, (seen.get(form) ?? new Set()).add(name));
    }
    for (const [form, names] of seen) if (names.size > 1) this.shared.add(form);
    for (const [name, all] of this.every) {
      this.forms.set(name, new Set([...all].filter((form) => seen.get(form)!.size === 1 || form === normalise(name))));
    }
  }

  of = (name: string): Set<string> => new Set([...(this.forms.get(name) ?? []), normalise(name)]);

  /** Whether the gold actor `name` is the one a ledger calls by `predicted` forms. */
  same(name: string, predicted: ReadonlySet<string>, loose = true): boolean {
    const gold = this.of(name);
    if (meets(gold, predicted)) return true;
    if (predicted.size > 0 && isSubset(predicted, this.shared))
      return meets(this.every.get(name) ?? new Set(), predicted);
    if (!loose) return false;
    const others = new Set<string>();
    for (const [other, forms] of this.forms) if (other !== name) for (const form of forms) others.add(form);
    for (const form of predicted) {
      if (others.has(form)) continue;
      const mine = words(form);
      for (const goldForm of gold) {
        const theirs = words(goldForm);
        if (mine.size === 0 || theirs.size === 0) continue;
        if (!isSubset(mine, theirs) && !isSubset(theirs, mine)) continue;
        const common = [...mine].filter((word) => theirs.has(word)).length;
        if (common / new Set([...mine, ...theirs]).size >= 0.5) return true;
      }
    }
    return false;
  }
}
