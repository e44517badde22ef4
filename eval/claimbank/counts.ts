import { GENERIC, type GoldNames, isPronoun, meets, normalise, words } from "./names.ts";
import type { CountSide, GoldCountSide, LedgerNames } from "./sides.ts";

/** Whether a ledger's count is the gold one: harm, figure and side. */
export function countRight(gold: GoldCountSide, count: CountSide, names: GoldNames, ledger: LedgerNames): boolean {
  return (
    gold.harm === count.harm &&
    gold.low === count.low &&
    gold.high === count.high &&
    whoRight(gold, count, names, ledger)
  );
}

function whoRight(gold: GoldCountSide, count: CountSide, names: GoldNames, ledger: LedgerNames): boolean {
  const forms = count.who ? ledger.forms(count.who) : new Set<string>();
  const own = normalise(count.whoText);
  if (own !== "" && !isPronoun(own)) forms.add(own);
  if (names.same(gold.who, forms)) return true;
  const wanted = new Set([...names.of(gold.who)].flatMap((form) => [...words(form)]));
  for (const word of words(gold.text)) wanted.add(word);
  const given = words(count.whoText);
  const anothers = [...names.forms.keys()].some((name) => name !== gold.who && names.same(name, forms, false));
  if (meets(given, wanted) && !anothers) return true;
  const all = new Set([...given, ...[...forms].flatMap((form) => [...words(form)])]);
  return meets(wanted, GENERIC) && meets(all, GENERIC);
}

/** Whether all wanted counts are there and nothing else is. Optional ones are neither asked for nor punished. */
export function pairCounts(
  gold: readonly GoldCountSide[],
  given: readonly CountSide[],
  names: GoldNames,
  ledger: LedgerNames,
): boolean {
  const left = [...given];
  let found = 0;
  const wanted = gold.filter((count) => !count.optional);
  for (const count of wanted) {
    const k = left.findIndex((other) => countRight(count, other, names, ledger));
    if (k < 0) continue;
    left.splice(k, 1);
    found++;
  }
  for (const count of gold.filter((count) => count.optional)) {
    const k = left.findIndex(
      (other) => count.harm === other.harm && count.low === other.low && count.high === other.high,
    );
    if (k >= 0) left.splice(k, 1);
  }
  return found === wanted.length && left.length === 0;
}
