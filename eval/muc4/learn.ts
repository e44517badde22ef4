import { trainLabels } from "../../scripts/train/logistic.ts";
import { stringLevel } from "./compare.ts";
import { type Fillable, STRING_SLOTS, type StringSlot, simplify } from "./fills.ts";
import { roughAnswers } from "./rough.ts";
import { align } from "./score.ts";
import { type Answers, answerTemplate, type Fill, keyTemplate, type RawDocument, type Template } from "./slots.ts";
import { type Draft, type Filled, fillAll, type Learned } from "./templates.ts";
import { NO_VALUE, VALUE_SLOTS, type ValueSlot, valueFeatures } from "./values.ts";
import { saveWeights, type Weights } from "./weights.ts";

/** A message of the development set with the incidents found in it. */
export interface Lesson {
  readonly raw: RawDocument;
  readonly drafts: readonly Draft[];
}

const PENALTY = 4;

/** Incidents that answer a key teach strings and values; whether an incident is listed is learned from fills that
 * another part of the messages taught, since fills of messages that were learned from are too good. */
export function learnAll(lessons: readonly Lesson[]): void {
  const first = learnFills(pairAll(lessons, roughAnswers));
  // which key an incident answers is seen better once strings can be chosen
  const pairs = pairAll(lessons, (draft) => fillAll([draft], first)[0]!.answers);
  const filled = foldFilled(lessons, pairs);
  const learned = learnFills(pairs);
  const note = `Learned by \`npm run eval -- muc4 --learn\` from ${lessons.length} messages.`;
  saveWeights("strings", note, learned.strings);
  for (const [slot, weights] of Object.entries(learned.values)) saveWeights(slot, note, weights, 0.05);
  saveWeights("listed", note, learnRelevance(filled), 0.01);
}

const FOLDS = 4;

/** Every message filled by what the other messages taught. */
function foldFilled(lessons: readonly Lesson[], pairs: readonly Pair[]): { lesson: Lesson; filled: Filled[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const aside = new Set(lessons.filter((_, i) => i % FOLDS === fold));
    const others = learnFills(pairs.filter(({ lesson }) => !aside.has(lesson)));
    return [...aside].map((lesson) => ({ lesson, filled: fillAll(lesson.drafts, others) }));
  }).flat();
}

const learnFills = (pairs: readonly Pair[]): Learned => ({
  strings: learnStrings(pairs),
  values: Object.fromEntries(
    (Object.keys(VALUE_SLOTS) as ValueSlot[]).map((slot) => [slot, learnValue(slot, pairs)]),
  ) as Learned["values"],
});

interface Pair {
  readonly lesson: Lesson;
  readonly key: Template;
  readonly draft: Draft;
}

/** Incidents with the key template each answers. */
function pairAll(lessons: readonly Lesson[], answersOf: (draft: Draft) => Answers): Pair[] {
  return lessons.flatMap((lesson) => {
    const { raw, drafts } = lesson;
    const keys = raw.templates.map(keyTemplate);
    const responses = drafts.map((draft) => answerTemplate(answersOf(draft)));
    return align(keys, responses).map(([i, j]): Pair => ({ lesson, key: keys[i]!, draft: drafts[j]! }));
  });
}

const valuesOf = (fill: Fill): readonly string[] => fill.alternatives.flatMap(({ values }) => values);

function learnStrings(pairs: readonly Pair[]): Weights {
  const slots = Object.keys(STRING_SLOTS) as StringSlot[];
  const examples = pairs.flatMap(({ key, draft }) => {
    const gold = slots.map((slot) => new Set(key.fills[slot].flatMap(valuesOf).map(simplify)));
    return draft.strings.map(({ text, features }) => ({
      features,
      labels: slots.filter((_, i) => gold[i]!.has(simplify(text))),
    }));
  });
  const rows = trainLabels(examples, slots, { rounds: 150, rate: 0.3, penalty: PENALTY / examples.length });
  return { labels: slots, rows };
}

function learnValue(slot: ValueSlot, pairs: readonly Pair[]): Weights {
  const examples = pairs.flatMap(({ key, draft }) =>
    slot === "perp_incident_category" ? categoryExample(slot, key, draft) : valueExamples(slot, key, draft),
  );
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  return {
    labels,
    rows: trainLabels(examples, labels, { rounds: 200, rate: 0.3, penalty: 1 / examples.length, atLeast: 2 }),
  };
}

/** One example for every filler that values are given for. */
function valueExamples(slot: ValueSlot, key: Template, { message, incident, strings }: Draft) {
  const found = new Map<Fillable, { strings: Fillable[]; labels: string[] }>();
  for (const fill of key.fills[slot]) {
    const refs = fill.alternatives.flatMap(({ refs }) => refs ?? []).filter((ref) => ref !== null);
    const about = strings.find(({ text }) => refs.some((ref) => simplify(ref) === simplify(text)));
    if (!about) continue;
    const entry = found.get(about) ?? { strings: [about, ...describing(key, refs, strings)], labels: [] };
    entry.labels.push(valuesOf(fill)[0]!);
    found.set(about, entry);
  }
  if (slot === "hum_tgt_effect" || slot === "phys_tgt_effect") addWithout(slot, key, strings, found);
  return [...found.values()].map((entry) => ({
    features: valueFeatures(slot, message, incident, entry.strings),
    labels: entry.labels,
  }));
}

/** One example for an incident, with those whom the key names as its doers. */
function categoryExample(slot: "perp_incident_category", key: Template, { message, incident, strings }: Draft) {
  const doers = new Set(
    [...key.fills.perp_organization_id, ...key.fills.perp_individual_id].flatMap(valuesOf).map(simplify),
  );
  const named = strings.filter(({ text }) => doers.has(simplify(text)));
  const labels = [key.fills[slot].flatMap(valuesOf)[0] ?? NO_VALUE];
  return [{ features: valueFeatures(slot, message, incident, named), labels }];
}

/** Descriptions that the key gives for a name. */
function describing(key: Template, names: readonly string[], strings: readonly Fillable[]): Fillable[] {
  const own = key.fills.hum_tgt_description.filter((fill) =>
    fill.alternatives.some(({ refs }) => refs?.some((ref) => ref && names.some((name) => stringLevel(ref, name) > 0))),
  );
  const texts = new Set(own.flatMap(valuesOf).map(simplify));
  return strings.filter(({ text }) => texts.has(simplify(text)));
}

/** Targets for which the key gives no effect. */
function addWithout(
  slot: "hum_tgt_effect" | "phys_tgt_effect",
  key: Template,
  strings: readonly Fillable[],
  found: Map<Fillable, { strings: Fillable[]; labels: string[] }>,
): void {
  const targets =
    slot === "phys_tgt_effect" ? key.fills.phys_tgt_id : [...key.fills.hum_tgt_name, ...key.fills.hum_tgt_description];
  const known = new Set([...found.values()].flatMap((entry) => entry.strings));
  for (const target of targets) {
    const texts = new Set(valuesOf(target).map(simplify));
    const about = strings.find(({ text }) => texts.has(simplify(text)));
    if (about && !known.has(about)) found.set(about, { strings: [about], labels: [] });
  }
}

/** An incident is listed where its template can be paired with one of the keys. */
function learnRelevance(all: readonly { lesson: Lesson; filled: readonly Filled[] }[]): Weights {
  const examples = all.flatMap(({ lesson, filled }) => {
    const keys = lesson.raw.templates.map(keyTemplate);
    const responses = filled.map(({ answers }) => answerTemplate(answers));
    const paired = new Set(align(keys, responses).map(([, j]) => j));
    return filled.map(({ features }, j) => ({ features, labels: paired.has(j) ? ["listed"] : [] }));
  });
  return { labels: ["listed"], rows: trainLabels(examples, ["listed"], { rounds: 400, rate: 0.3, penalty: 1e-2 }) };
}
