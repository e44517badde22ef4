import { child, children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { type Context, isThat, isVerb, minus, type Ranges, rangesOf, tokensOf, union, yieldOf } from "./context.ts";
import { afterConjunction, leftEdge } from "./inserted.ts";
import { mediaOf } from "./relays.ts";
import { citedBy, ownerOf } from "./sources.ts";
import type { Statement } from "./statement.ts";

/** Reads set phrases that bring a source: "according to X", "in the words of X", "citing X", "by X's count". */
export function readPhrases(ctx: Context, taken: ReadonlySet<number>): Statement[] {
  const { s, words } = ctx;
  const found: Statement[] = [];
  for (let t = 0; t < s.length; t++) {
    const options = ctx.words.phrases.get(s.lower[t]!);
    if (!options || taken.has(t)) continue;
    const match = options.find((option) => option.words.every((word, i) => s.lower[t + i] === word));
    if (!match) continue;
    const last = t + match.words.length - 1;
    const head = objectOf(ctx, t, last);
    if (head < 0 || relation(s, t) === "csubj" || relation(s, t) === "nsubj") continue;
    if (s.xpos[last + 1]!.startsWith("W")) {
      const told = match.row.needs ? null : accountOf(ctx, t, head, match.row);
      if (told) found.push(told);
      continue;
    }
    // "paid according to age": a bare common noun is no speaker
    const owned = words.roles.figures.has(s.lemma[head]!) && s.right[head]! > head;
    // "by the Red Cross's count", "on the army's account"; not "by the count's men"
    if (match.row.needs && !(words.roles.reckoning.has(s.lemma[head]!) && ownerOf(ctx, head) >= 0)) continue;
    if (s.xpos[head] === "NN" && head === last + 1 && !ctx.mentionAt.has(head) && !owned) continue;
    if (match.row.named && !isKnown(ctx, head)) continue;
    if (match.row.opens && !opens(ctx, t, head)) continue;
    const unit: Ranges = [[t, lastOf(ctx, head)]];
    found.push({
      rule: "phrase",
      row: match.row,
      cue: [t, last],
      token: head,
      content: minus(within(ctx, t, head), unit),
      source: head,
      relays: [],
      via: mediaOf(ctx, head),
      form: "according-to",
      negated: false,
      takesQuote: true,
    });
  }
  return partFigures(ctx, found);
}

/** "Five died according to the council, *seven according to the hospital*": behind a comma each figure is that of its own phrase. */
function partFigures({ s }: Context, statements: readonly Statement[]): Statement[] {
  const parted = [...statements];
  for (let i = 1; i < parted.length; i++) {
    const [one, next] = [parted[i - 1]!, parted[i]!];
    if (one.row !== next.row || s.sentence[one.token] !== s.sentence[next.token] || next.rule !== "phrase") continue;
    let comma = next.cue[0] - 1;
    while (comma > one.token && s.lower[comma] !== ",") comma--;
    const figure = comma > one.token && [...Array(next.cue[0] - comma).keys()].some((k) => s.xpos[comma + k] === "CD");
    if (!figure) continue;
    const end = s.sentenceStart[s.sentence[next.token]! + 1]! - 1;
    parted[i - 1] = { ...one, content: minus(one.content, [[comma, end]]), via: [] };
    parted[i] = { ...next, content: [[comma + 1, next.cue[0] - 1]] };
  }
  return parted;
}

/** Somebody by name or office, and not some people or a number of them. */
const isKnown = (ctx: Context, head: number): boolean =>
  (ctx.mentionAt.has(head) || upos(ctx.s, head) === "PROPN") &&
  !ctx.places.has(head) &&
  children(ctx.s, head).every((c) => relation(ctx.s, c) !== "nummod");

/** "*For the deputy mayor*, the army …": one man at the opening of a sentence that goes on after a comma with a subject of its own. */
function opens(ctx: Context, first: number, head: number): boolean {
  const { s } = ctx;
  const clause = s.head[head]!;
  if (first !== s.sentenceStart[s.sentence[first]!] || clause < 0 || !endsInComma(ctx, head)) return false;
  const subject = Math.max(child(s, clause, "nsubj"), child(s, clause, "nsubj:pass"));
  const mention = ctx.mentionAt.get(head);
  const one = upos(s, head) === "PROPN" || mention?.value.form === "office" || mention?.value.form === "name";
  return one && s.xpos[head] !== "NNS" && subject > head && isVerb(s, clause);
}

const endsInComma = ({ s }: Context, head: number): boolean =>
  s.lower[s.right[head]!] === "," || s.lower[s.right[head]! + 1] === ",";

/** "a message, *according to which* the town was burned": what the noun before it says, whoever else denies or passes that on. */
function accountOf(ctx: Context, phrase: number, which: number, row: CueRow): Statement | null {
  const { s } = ctx;
  const clause = s.head[which]!;
  const named = s.deprel[clause] === "acl:relcl" ? s.head[clause]! : accountBefore(ctx, phrase);
  if (clause < 0 || named < 0 || !isAccount(ctx, named)) return null;
  const owner = ownerOf(ctx, named);
  return {
    rule: "account",
    row,
    cue: [phrase, which],
    token: named,
    content: minus(yieldOf(s, clause), [[phrase, which]]),
    source: owner,
    relays: [],
    via: [],
    form: "noun",
    negated: false,
    takesQuote: false,
  };
}

/** "There is no truth in a message *according to which it was burned*": who speaks of the account speaks of what it says. */
export function withAccounts(statements: readonly Statement[]): Statement[] {
  const accounts = statements.filter(({ rule }) => rule === "account");
  return statements.map((statement) => {
    const held = new Set(accounts.length > 0 ? tokensOf(statement.content) : []);
    const about = accounts.filter((account) => account !== statement && held.has(account.token));
    const content = about.reduce((all, account) => union(all, account.content), statement.content);
    return about.length > 0 ? { ...statement, content } : statement;
  });
}

/** The last word for an account or a document before a token of the same sentence; -1 where there is none. */
function accountBefore(ctx: Context, token: number): number {
  const { s } = ctx;
  for (let t = token - 1; t >= s.sentenceStart[s.sentence[token]!]!; t--)
    if (isAccount(ctx, t) && relation(s, t) !== "compound") return t;
  return -1;
}

const isAccount = ({ s, words }: Context, t: number): boolean =>
  upos(s, t) === "NOUN" &&
  (words.roles.document.has(s.lemma[t]!) || (words.cues.get(s.lemma[t]!)?.some((row) => row.pos === "noun") ?? false));

/**
 * Where the speaker ends: "according to the mission, at least 500 people …": what the parser hung on him behind a comma is told, but for
 * whom he quotes ("according to the daily, *which cited police*, …").
 */
function lastOf(ctx: Context, head: number): number {
  const { s } = ctx;
  const cited = citedBy(ctx, head);
  for (let t = head + 1; t <= s.right[head]!; t++) {
    if (s.lower[t] !== ",") continue;
    if (cited < t) return t - 1;
    t = s.right[s.head[cited]!]!;
  }
  return s.right[head]!;
}

/** Head of the phrase that a preposition of several words brings: "according to *the mayor*"; -1 where none of the same sentence follows. */
export function objectOf(ctx: Context, first: number, last: number): number {
  const { s } = ctx;
  const next = last + 1;
  if (next >= s.length || s.sentence[next] !== s.sentence[first] || relation(s, next) === "punct") return -1;
  // "*far from* attacking": the last word brings the rest; "looks *as if* rebels attacked": or the first does
  for (const t of [last, first]) {
    const governor = s.head[t]!;
    if (governor > last && ["case", "mark", "advmod", "cc"].includes(relation(s, t))) return governor;
  }
  let head = next;
  for (let up = s.head[head]!; up > last && leftEdge(ctx, up) >= last; up = s.head[up]!) {
    if (relation(s, head) === "conj" || relation(s, head) === "parataxis") break;
    head = up;
  }
  return relation(s, head) === "punct" ? -1 : head;
}

/** "The daily said *that, according to the mayor, rebels had fired*": right behind the word that opens a clause, its words alone; else the statement around. */
function within(ctx: Context, phrase: number, head: number): Ranges {
  const { s } = ctx;
  const clause = s.head[head]!;
  const before = s.lower[phrase - 1] === "," ? phrase - 2 : phrase - 1;
  const opens = before >= 0 && isThat(ctx, before) && s.head[before] === clause && relation(s, clause) === "ccomp";
  return opens ? yieldOf(s, clause) : around(ctx, phrase);
}

/** The statement around the phrase: its sentence, between semicolons. */
function around(ctx: Context, token: number): Ranges {
  const { s } = ctx;
  const sentence = s.sentence[token]!;
  let from = afterConjunction(ctx, token) ? token : s.sentenceStart[sentence]!;
  let to = s.sentenceStart[sentence + 1]! - 1;
  for (let t = from; t <= to; t++) {
    if (s.lower[t] !== ";" || ctx.quoteOf[t]! >= 0) continue;
    if (t < token) from = t + 1;
    else to = t - 1;
  }
  const tokens: number[] = [];
  for (let t = from; t <= to; t++) tokens.push(t);
  return rangesOf(tokens);
}
