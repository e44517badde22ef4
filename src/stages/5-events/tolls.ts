import type { Quantity } from "../../core/layers.ts";
import type { Harm } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { relation, tokenAt } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";
import { earlierFigures, formerAmounts } from "./tolls/earlier.ts";
import type { Amounts, Figure, Reading } from "./tolls/figure.ts";
import { parts } from "./tolls/parts.ts";
import { isTakenOut, shareOf, sharesOf, sharesOfThem } from "./tolls/shares.ts";
import { outOf } from "./tolls/sides.ts";
import { wholeFigures } from "./tolls/whole.ts";
import type { Trigger } from "./triggers.ts";
import type { Who } from "./who.ts";

export { readBareFigures } from "./tolls/bare.ts";
export { type Amounts, type Figure, makeAmounts } from "./tolls/figure.ts";
export { relations } from "./tolls/related.ts";
export { Sufferers } from "./tolls/sufferers.ts";

/** The figures that the words of harm in a report give, in text order. */
export function readFigures(
  s: Syntax,
  triggers: readonly Trigger[],
  amounts: Amounts,
  who: Who,
  know: EventKnowledge,
): Figure[] {
  const { classes, small, harmOf } = know;
  const figures: Figure[] = [];
  const formers = formerAmounts({ s, amounts, classes, small });
  const used = new Set<Quantity>(formers.map(({ quantity }) => quantity));
  const harmed = new Map(triggers.flatMap(({ harm, head }) => (harm ? [[head, harm.harm] as const] : [])));
  const freeings = new Set(triggers.flatMap(({ type, head }) => (FREEING.has(type ?? "") ? [head] : [])));
  for (const told of triggers) {
    const trigger = told.harm ? told : byName(told, harmOf);
    if (!trigger || isFreed(s, trigger, freeings) || isDeadNow(s, trigger, harmed)) continue;
    const before = figures.findLast((figure) => figure.partOf === null);
    const inSentence = before && s.sentence[before.head] === s.sentence[trigger.head] ? before : null;
    const reading: Reading = {
      s,
      trigger,
      amounts,
      who,
      classes,
      small,
      used,
      harmed,
      before: inSentence,
    };
    const shares = sharesOf(reading);
    // "there was no massacre": the number of massacres, and not of those killed
    const wholes = wholeFigures(reading).filter(
      ({ figure }) => (told.harm || !counts(s, figure, trigger.head)) && !isAgain(figure, inSentence),
    );
    for (const { figure: read, victims } of wholes) {
      const figure = withWhole(s, read, figures, reading);
      figures.push(figure);
      figures.push(...parts(reading, figure, victims));
    }
    figures.push(...shares.map((share) => shareOf(reading, figures, share)));
  }
  const ofThem = sharesOfThem(s, figures, amounts, who, know);
  return [...figures, ...ofThem, ...earlierFigures(s, formers, figures)];
}

/** "Wounded 25 people, *a dozen of whom* had lost a limb", "of the 18 in treatment, *four* …": a second figure of that harm, taken out of the first. */
function withWhole(s: Syntax, figure: Figure, told: readonly Figure[], reading: Reading): Figure {
  // those in treatment are the wounded of before; of 20 hostages that were taken, three may die beside nine gunmen
  const isOfThem = figure.harm === "wounded" && outOf(reading).length > 0;
  if (!isOfThem && !isTakenOut(s, figure, reading.small)) return figure;
  const whole = told.findLast((f) => f.harm === figure.harm && f.partOf === null && !f.share && f.low >= figure.low);
  return whole ? { ...figure, partOf: whole } : figure;
}

/** "Killed a commander and three guards, for a total of *four dead*": the figure before it in the sentence, told once more. */
const isAgain = (figure: Figure, before: Figure | null): boolean =>
  figure.trigger.harm!.victim.includes("figure") &&
  before !== null &&
  before.nouns === figure.nouns &&
  before.harm === figure.harm &&
  before.low === figure.low &&
  before.high === figure.high;

/** Whether a number stands before the very word: "no massacre", "two abductions". */
const counts = (s: Syntax, { span }: Figure, noun: number): boolean => s.head[tokenAt(s, span[0])] === noun;

const FREEING: ReadonlySet<string> = new Set(["force/release", "force/rescue"]);

/** "Three sailors *held* since May were let go": tells who is freed, and counts nobody taken. */
function isFreed(s: Syntax, { head, harm }: Trigger, freeings: ReadonlySet<number>): boolean {
  if (relation(s, head) !== "acl" || (harm!.harm !== "captured" && harm!.harm !== "arrested")) return false;
  return freeings.has(s.head[s.head[head]!]!);
}

/** "Nine students who *disappeared* have been found dead": they are of the dead. */
function isDeadNow(s: Syntax, { head, harm }: Trigger, harmed: ReadonlyMap<number, Harm>): boolean {
  if (relation(s, head) !== "acl" || harm!.harm === "killed") return false;
  const verb = s.head[s.head[head]!]!;
  return verb > head && harmed.get(verb) === "killed" && /^nsubj/.test(s.deprel[s.head[head]!]!);
}

/** "Nine were led away", "a massacre of forty villagers": what is told is a harm by its name, to those it befell. */
function byName(trigger: Trigger, harmOf: EventKnowledge["harmOf"]): Trigger | null {
  const { row, type } = trigger;
  const harm = row?.kills ? "killed" : (harmOf.get(type ?? "") ?? null);
  const victim = row?.roles.target ?? "";
  if (!row || !harm || victim === "" || row.stage === "threatened") return null;
  return { ...trigger, harm: { ...row, harm, means: null, victim } };
}
