import type { Act } from "../../core/ledger.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { broughtBy, type Context, cueRowsAt, tokensOf, union, yieldOf } from "./context.ts";
import { fillSlots } from "./slots.ts";
import { speakerOf } from "./speakers.ts";
import type { Loss, Statement } from "./statement.ts";
import { isNegated, SILENT } from "./verbs.ts";
import { agentOf } from "./who.ts";

/** Reads a noun that may be a cue: "the army's claim that …", "denials that …", "the report is a lie". */
export function readNoun(ctx: Context, token: number, losses: Loss[]): Statement | null {
  const { s } = ctx;
  if (upos(s, token) !== "NOUN") return null;
  const rows = cueRowsAt(ctx, token).filter((row) => row.pos === "noun");
  if (!rows) return null;
  for (const row of rows) {
    const filled = fillSlots(ctx, token, row);
    if (typeof filled === "string" || filled.content.length === 0) {
      losses.push({ token, row, reason: typeof filled === "string" ? filled : "nothing that is told" });
      continue;
    }
    // "there is *no* truth in it": the negation belongs to the cue
    const negated = row.needs?.det === undefined && isNegated(ctx, token);
    if (negated && SILENT.has(row.act)) {
      losses.push({ token, row, reason: "the cue is negated" });
      continue;
    }
    let content = filled.content;
    const subject = filled.heads.get("subject");
    // "the report is a lie": only as a predicate
    if (subject !== undefined && child(s, token, "cop") < 0) continue;
    if (subject !== undefined) content = union(yieldOf(s, subject), content);
    const holder = row.source ? -1 : holderOf(ctx, token, new Set(filled.heads.values()), row.needs?.det !== undefined);
    // "the toll is nine": nobody's
    if (filled.heads.has("predicate") && holder < 0) continue;
    const relays = holder < 0 && !row.source && ctx.mentionAt.has(token) ? passedBy(ctx, token) : [];
    // "the toll of the raid rose": of what it is of no figure is told
    if (isFigure(ctx, token, row) && !tokensOf(content).some((t) => upos(s, t) === "NUM")) continue;
    return {
      rule: "noun",
      row,
      cue: [token, token],
      token,
      content,
      source: relays.length > 0 ? token : holder,
      relays,
      via: [],
      form:
        filled.heads.has("clause") || filled.heads.has("predicate")
          ? "noun"
          : filled.heads.has("infinitive")
            ? "infinitive"
            : "event-object",
      negated,
      takesQuote: false,
    };
  }
  return null;
}

const isFigure = ({ s, words }: Context, token: number, { act, content, certainty, source }: CueRow): boolean =>
  words.roles.figures.has(s.lemma[token]!) && act === "state" && !certainty && !source && !content.includes("clause");

/** "*The UN* voiced alarm over reports that …": who speaks of an account that nobody owns passes it on; who denies it does not. */
function passedBy(ctx: Context, token: number): number[] {
  const { s } = ctx;
  let verb = s.head[token]!;
  while (verb >= 0 && upos(s, verb) !== "VERB") verb = s.head[verb]!;
  // "refused to comment on reports that …"
  const silent = verb < 0 || isNegated(ctx, verb);
  if (silent || cueRowsAt(ctx, verb).some((row) => row.pos === "verb" && row.polarity === "negative")) return [];
  const { head } = speakerOf(ctx, verb);
  // "reports of a massacre began to spread": nobody speaks of them
  return head < 0 || head === token ? [] : [head];
}

/** "called the claim a *lie*" */
const isLie = (ctx: Context, token: number): boolean =>
  children(ctx.s, ctx.s.head[token]!).some((c) =>
    cueRowsAt(ctx, c).some((row) => row.source === "impersonal" && row.polarity === "negative"),
  ) || children(ctx.s, token).some((c) => relation(ctx.s, c) === "appos");

const ANSWERS: ReadonlySet<Act> = new Set<Act>(["confirm", "doubt"]);

/** Whose claim it is: "*its* claim", "a claim *by the army*", "*the army* made the claim", "the claim published *by the ministry*". */
function holderOf(ctx: Context, token: number, told: ReadonlySet<number>, denies: boolean): number {
  const { s, words } = ctx;
  const possessor = child(s, token, "nmod:poss");
  if (possessor >= 0) return possessor;
  for (const c of children(s, token)) {
    if (told.has(c)) continue;
    if (relation(s, c) === "acl") {
      const agent = agentOf(ctx, c);
      if (agent >= 0) return agent;
      // "the figure *that Human Rights Watch* published"
      const subject = s.deprel[c] === "acl:relcl" ? child(s, c, "nsubj") : -1;
      if (subject >= 0 && !s.xpos[subject]!.startsWith("W")) return subject;
    }
    if (relation(s, c) !== "nmod") continue;
    const marker = child(s, c, "case");
    if (marker >= 0 && words.roles.author.has(s.lower[marker]!) && ctx.mentionAt.has(c)) return c;
  }
  for (const c of children(s, token)) if (s.deprel[c] === "compound" && ctx.mentionAt.has(c)) return c;
  const verb = s.head[token]!;
  // "the claim that … came *from a resident*"
  for (const row of verb < 0 ? [] : cueRowsAt(ctx, verb)) {
    const head = row.speaker && relation(s, token) === "nsubj" ? broughtBy(s, verb, row.speaker) : -1;
    if (head >= 0) return head;
  }
  // "a claim of responsibility was posted *by the group*"
  const agent =
    verb >= 0 && s.deprel[token] === "nsubj:pass" && words.roles.relay.has(s.lemma[verb]!) ? agentOf(ctx, verb) : -1;
  if (agent >= 0) return agent;
  // "made the claim that …"; who rejects, doubts or confirms a claim does not hold it
  const against =
    (verb >= 0 && !denies && isNegated(ctx, verb)) ||
    cueRowsAt(ctx, verb < 0 ? token : verb).some(
      (row) => row.pos === "verb" && (row.polarity === "negative" || ANSWERS.has(row.act)),
    );
  if (verb >= 0 && relation(s, token) === "obj" && !against && !isLie(ctx, token)) return speakerOf(ctx, verb).head;
  return -1;
}
