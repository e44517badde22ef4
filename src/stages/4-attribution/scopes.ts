import { perfectOf } from "../../core/arguments.ts";
import type { Draft } from "../../core/finding.ts";
import type { ScopeValue } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, rangeSpan, relation, tokenSpan, upos } from "../../core/tree.ts";
import type { HedgeRow } from "../../lexicon/speech.ts";
import { broughtBy, type Context, isVerb } from "./context.ts";
import { openTo } from "./if-true.ts";
import { type Effect, readInversions, SUPPOSED } from "./inversions.ts";
import { objectOf } from "./phrases.ts";
import { scopeOf } from "./scope-of.ts";
import { slotHead } from "./slots.ts";
import { readWhoever } from "./whoever.ts";

/** Reads every operator of the report: negation, doubt, future, condition, plans and attempts. */
export function readScopes(ctx: Context): Draft<ScopeValue>[] {
  const { s, words } = ctx;
  const drafts: Draft<ScopeValue>[] = [];
  const add = (first: number, last: number, row: HedgeRow, over: readonly number[], effect: Effect = effectOf(row)) => {
    if (over.length === 0) return;
    const span = rangeSpan(s, first, last);
    drafts.push({
      span,
      head: first,
      value: { operator: span, over, ...effect },
      from: [
        { span, role: "cue" },
        { span: tokenSpan(s, over[0]!), role: "content" },
      ],
      entry: `hedges/${row.id}`,
    });
  };
  for (let t = 0; t < s.length; t++) {
    const phrase = words.hedgePhrases
      .get(s.lower[t]!)
      ?.find((p) => p.words.every((word, i) => s.lower[t + i] === word));
    if (phrase) {
      const last = t + phrase.words.length - 1;
      for (const over of phraseScope(ctx, t, last, phrase.row))
        add(t, last, phrase.row, scopeOf(ctx, over, negates(phrase.row)));
      t = last;
      continue;
    }
    const byLemma = words.hedges.get(s.lemma[t]!) ?? [];
    const byForm = s.lower[t] === s.lemma[t] ? [] : (words.hedges.get(s.lower[t]!) ?? []);
    for (const row of [...byForm, ...byLemma]) {
      if (!fits(ctx, t, row)) continue;
      if (row.governs.includes("condition")) {
        const clause = s.head[t]!;
        const main = mainOf(ctx, clause);
        add(t, t, row, scopeOf(ctx, clause), main < 0 ? { modality: "hypothetical" } : SUPPOSED);
        if (main >= 0) add(t, t, row, scopeOf(ctx, main));
        if (main >= 0) add(t, t, row, openTo(ctx, clause, main), { certainty: "unknown" });
        break;
      }
      if (row.governs.includes("forestalled")) {
        const clause = s.head[t]!;
        if (couldBe(ctx, clause)) add(t, t, row, scopeOf(ctx, clause));
        break;
      }
      if (row.governs.includes("term")) {
        const main = mainOf(ctx, s.head[t]!);
        if (main >= 0 && liesAhead(ctx, main)) add(t, t, row, scopeOf(ctx, s.head[t]!), SUPPOSED);
        break;
      }
      const over = [...new Set(row.governs.flatMap((slot) => governed(ctx, t, row, slot)))];
      if (over.length === 0) continue;
      add(
        t,
        t,
        row,
        [...new Set(over.flatMap((head) => scopeOf(ctx, head, negates(row))))].sort((a, b) => a - b),
        effectAt(ctx, t, row),
      );
      break;
    }
  }
  for (const { operator, over, effect } of readInversions(ctx, mainOf)) {
    const row = words.hedges.get("if")?.[0];
    if (row) add(operator, operator, row, over, effect);
  }
  const ahead = new Set(drafts.flatMap(({ value }) => (value.modality === "future" ? value.over : [])));
  for (const { head, over } of readWhoever(ctx, ahead)) {
    const row = words.hedges.get("if")?.[0];
    if (row) add(head, head, row, over, SUPPOSED);
  }
  return drafts;
}

const negates = ({ polarity }: HedgeRow): boolean => polarity === "negative";

function effectOf(row: HedgeRow): Effect {
  return {
    ...(row.polarity && { polarity: row.polarity }),
    ...(row.certainty && { certainty: row.certainty }),
    ...(row.modality && { modality: row.modality }),
    ...(row.stage && { stage: row.stage }),
  };
}

/** "would have attacked" is supposed, not ahead; "must withdraw" is asked, "must have withdrawn" guessed. */
function effectAt(ctx: Context, token: number, row: HedgeRow): Effect {
  const { s } = ctx;
  // "was to have attacked": it was planned, and came to nothing
  if (row.pos === "copula" && perfectOf(s, s.head[token]!) > token) return { modality: "future", stage: "threatened" };
  if (row.pos !== "auxiliary") return effectOf(row);
  if (isForestalled(ctx, s.head[token]!)) return {};
  const perfect = perfectOf(s, s.head[token]!) > token;
  if (perfect && row.modality === "future") return { modality: "hypothetical" };
  if (!perfect && row.certainty === "probable") return { modality: "future" };
  return effectOf(row);
}

/** "Was shot before he *could* detonate it": an auxiliary says that it might be. */
const couldBe = ({ s, words }: Context, clause: number): boolean =>
  children(s, clause).some(
    (c) =>
      relation(s, c) === "aux" &&
      words.hedges.get(s.lower[c]!)?.some(({ pos, certainty }) => pos === "auxiliary" && certainty === "possible"),
  );
/** Such a clause is not doubted: it came to nothing. */
const isForestalled = (ctx: Context, clause: number): boolean =>
  couldBe(ctx, clause) &&
  children(ctx.s, clause).some((c) =>
    ctx.words.hedges.get(ctx.s.lower[c]!)?.some(({ governs }) => governs.includes("forestalled")),
  );

/** Whether the word stands as the part of speech that the row is about. */
function fits(ctx: Context, t: number, row: HedgeRow): boolean {
  const { s } = ctx;
  const rel = relation(s, t);
  if (row.unless?.includes(s.lower[t + 1] ?? "")) return false;
  if (row.particle && !children(s, t).some((c) => s.lower[c] === row.particle)) return false;
  switch (row.pos) {
    case "particle":
    case "adverb":
      return rel === "advmod" || rel === "cc" || rel === "discourse" || upos(s, t) === "ADV";
    case "conjunction":
      return rel === "cc" || rel === "advmod";
    case "determiner":
      return rel === "det" || rel === "cc";
    case "pronoun":
      return rel === "nsubj" || rel === "obj" || rel === "obl";
    case "auxiliary":
      return rel === "aux" || (s.xpos[t] === "MD" && rel !== "root");
    case "copula":
      return s.lemma[t] === "be";
    case "adjective":
      return upos(s, t) === "ADJ" || ["amod", "compound", "advmod"].includes(rel) || s.xpos[t] === "VBN";
    case "verb":
      return isVerb(s, t) && rel !== "amod" && rel !== "aux";
    case "noun":
      return upos(s, t) === "NOUN";
    case "marker":
      return (
        rel === "mark" || (rel === "case" && isVerb(s, s.head[t]!)) || (rel === "advmod" && upos(s, t) === "SCONJ")
      );
    default:
      return false;
  }
}

/** The words that stand directly under the operator, by what its row says it governs. */
function governed(ctx: Context, t: number, row: HedgeRow, slot: string): number[] {
  const { s } = ctx;
  const up = s.head[t]!;
  switch (slot) {
    case "head":
      if (up < 0) return [];
      if (row.pos === "adjective" && !["amod", "compound"].includes(relation(s, t))) return [];
      // "not one fighter was shot": the negated numeral negates the clause
      if (row.polarity && row.pos === "particle" && !isVerb(s, up)) return clauseAbove(ctx, up);
      return row.polarity || !row.certainty ? [up] : [up, ...doneBy(ctx, up)];
    case "clause":
      return up < 0 ? [] : clauseAbove(ctx, row.pos === "pronoun" ? t : up);
    case "infinitive": {
      if (row.pos === "copula") return isTo(ctx, t).filter((verb) => !row.unless?.includes(s.lemma[verb]!));
      // "was due to bomb the camp", where the parser made one marker of it
      if (["mark", "case"].includes(relation(s, t)) && s.xpos[up] === "VB" && s.xpos[t + 1] === "TO") return [up];
      const head = slotHead(ctx, t, "infinitive");
      const gerund = head >= 0 ? head : slotHead(ctx, t, "gerund");
      return gerund < 0 ? [] : [gerund];
    }
    case "told": {
      // "it seems that rebels attacked": somebody who seems to do so is named
      const clause = slotHead(ctx, t, "clause");
      return clause < 0 || ctx.words.roles.neuter.has(s.lower[child(s, t, "nsubj")] ?? "") || child(s, t, "expl") >= 0
        ? [clause].filter((c) => c >= 0)
        : [];
    }
    case "subject": {
      // "an attack is imminent", "a massacre looms"
      const subject = Math.max(child(s, t, "nsubj"), child(s, t, "nsubj:pass"));
      return subject >= 0 && upos(s, subject) === "NOUN" && (isVerb(s, t) || child(s, t, "cop") >= 0) ? [subject] : [];
    }
    case "complement":
      return [slotHead(ctx, t, "complement")].filter((c) => c >= 0);
    case "object":
    case "clause-complement": {
      const head = slotHead(ctx, t, "object");
      const gerund = slotHead(ctx, t, "gerund");
      return [head, gerund].filter((h) => h >= 0);
    }
    default: {
      const head = broughtBy(s, t, slot);
      if (head >= 0) return [head];
      const object = child(s, t, "obj");
      const below = object >= 0 ? broughtBy(s, object, slot) : -1;
      return below < 0 ? [] : [below];
    }
  }
}

/** "was killed, *reportedly* by soldiers", "a strike *allegedly* carried out by the army": who doubts the doer doubts the deed as it is told. */
function doneBy(ctx: Context, token: number): number[] {
  const { s } = ctx;
  const up = s.head[token]!;
  if (up < 0) return [];
  if (s.deprel[token] === "obl:agent") return [up];
  const carried = s.deprel[token] === "acl" && ctx.words.roles.light.has(s.lemma[token]!);
  return carried && upos(s, up) === "NOUN" ? [up] : [];
}

/** A noun, and the verb it is subject or object of: "*No village* was *shelled*". */
function clauseAbove(ctx: Context, token: number): number[] {
  const { s } = ctx;
  let noun = token;
  while (["nummod", "det", "nmod", "amod", "advmod"].includes(relation(s, noun)) && s.head[noun]! >= 0)
    noun = s.head[noun]!;
  const verb = s.head[noun]!;
  return verb >= 0 && ["nsubj", "obj", "csubj"].includes(relation(s, noun)) ? [noun, verb] : [noun];
}

/** "The troops *are to* withdraw". */
function isTo(ctx: Context, t: number): number[] {
  const { s } = ctx;
  const verb = ["aux", "cop"].includes(relation(s, t)) ? s.head[t]! : slotHead(ctx, t, "infinitive");
  // "was to have begun": what was to be, and may not have been
  const perfect = verb >= 0 && perfectOf(s, verb) > t;
  // "was to be attacked"
  const passive = verb >= 0 && children(s, verb).some((c) => c > t && s.xpos[c] === "VB" && relation(s, c) === "aux");
  if (verb < 0 || verb <= t || (s.xpos[verb] !== "VB" && !perfect && !passive)) return [];
  return children(s, verb).some((m) => s.xpos[m] === "TO" && m > t) ? [verb] : [];
}

/** The main clause of a condition; where the parser hung the condition on a cue, what the cue says. */
function mainOf(ctx: Context, clause: number): number {
  const { s } = ctx;
  const rel = relation(s, clause);
  if (rel !== "advcl" && rel !== "acl") return -1;
  const up = heldOver(s, s.head[clause]!);
  const told = ctx.words.cues.has(s.lemma[up]!) ? child(s, up, "ccomp") : -1;
  return told >= 0 ? told : up;
}

/** "Threatened to close the camps to which people *had fled*, unless …": no condition is set for what had happened; the parser hung it too low. */
function heldOver(s: Syntax, verb: number): number {
  const past = children(s, verb).some((c) => relation(s, c) === "aux" && s.xpos[c] === "VBD");
  if (s.deprel[verb] !== "acl:relcl" || !past) return verb;
  let t = s.head[verb]!;
  while (s.head[t]! >= 0 && !s.xpos[t]!.startsWith("VB")) t = s.head[t]!;
  return s.xpos[t] === "VB" ? t : verb;
}

/** "Vowed to bomb it *until they are freed*", but "fought until they were freed": what is ahead of us ends with what is ahead of it. */
const liesAhead = ({ s }: Context, main: number): boolean =>
  s.xpos[main] === "VB" && children(s, main).some((c) => s.xpos[c] === "TO" || s.xpos[c] === "MD");

function phraseScope(ctx: Context, first: number, last: number, row: HedgeRow): number[] {
  const { s } = ctx;
  const next = last + 1;
  if (next >= s.length || s.sentence[next] !== s.sentence[first]) return [];
  if (row.governs.includes("clause")) return clauseAbove(ctx, last);
  if (row.governs.includes("head")) return s.head[last]! >= 0 ? [s.head[last]!] : [];
  if (row.governs.includes("sentence")) {
    let root = next;
    while (s.head[root]! >= 0) root = s.head[root]!;
    // "*the rumour went that* soldiers had fired"
    const told = root >= first && root <= last ? child(s, root, "ccomp") : -1;
    return told < 0 ? [root] : [root, told];
  }
  // 'the so-called "liberation" of the town'
  const opens = ctx.quoteOf[next]! >= 0 && upos(s, next) === "PUNCT";
  const head = objectOf(ctx, first, opens ? next : last);
  return head < 0 ? [] : [head];
}
