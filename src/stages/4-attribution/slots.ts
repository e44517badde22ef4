import type { Act } from "../../core/ledger.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { contradicts } from "./asides.ts";
import { broughtBy, type Context, isPassive, isThat, type Ranges, union } from "./context.ts";
import { figureUnder, isAnyFigure, isFigureOf } from "./figures.ts";
import { contentYield, unbroken } from "./filler.ts";
import { isDefinite } from "./granted.ts";

/** What stands in the content slots of a cue, and the head of each filler by slot. */
export interface Filled {
  readonly heads: ReadonlyMap<string, number>;
  readonly content: Ranges;
}

/** A noun phrase that can be what is claimed: "the attack", "forty dead", "involvement", "the accusation that …", "it". */
export function isReportable(ctx: Context, head: number): boolean {
  const { s, words } = ctx;
  const lemma = s.lemma[head]!;
  if (words.roles.happening.has(lemma) || words.roles.happening.has(s.lower[head]!)) return true;
  if (words.cues.get(lemma)?.some((row) => row.pos === "noun")) return true;
  if (upos(s, head) === "PRON") return s.xpos[head] === "DT" || s.xpos[head] === "PRP" || s.xpos[head] === "NN";
  // "a video showed *soldiers shooting* at a crowd"
  if (children(s, head).some((c) => s.deprel[c] === "acl" && s.xpos[c] === "VBG" && child(s, c, "obj") > c))
    return true;
  if (s.xpos[head] === "VBG" || s.xpos[head] === "CD" || child(s, head, "nummod") >= 0) return true;
  return children(s, head).some(
    (c) =>
      (relation(s, c) === "compound" || relation(s, c) === "nmod" || relation(s, c) === "conj") &&
      words.roles.happening.has(s.lemma[c]!),
  );
}

/** Head of what fills one slot of the cue at `token`; -1 where nothing does. */
export function slotHead(ctx: Context, token: number, slot: string): number {
  const { s } = ctx;
  switch (slot) {
    case "clause": {
      const clause = clauseOf(ctx, token);
      if (clause >= 0) return clause;
      // "the claim by the mayor that …", where the parser hung it on the mayor
      if (upos(s, token) === "NOUN") {
        for (const c of children(s, token)) {
          if (relation(s, c) !== "nmod") continue;
          const below = children(s, c).find((d) => relation(s, d) === "acl" && opensWithThat(ctx, d));
          if (below !== undefined) return below;
        }
      }
      // "told reporters that …", where the parser hung it on the reporters
      for (const c of children(s, token)) {
        if (!["iobj", "obj", "obl"].includes(relation(s, c)) || c < token) continue;
        // … or on what stands behind them: "told AFP on condition of anonymity that …"
        for (const noun of [c, ...children(s, c).filter((d) => relation(s, d) === "nmod")]) {
          const below = children(s, noun).find(
            (d) => relation(s, d) === "acl" && children(s, d).some((m) => isThat(ctx, m)),
          );
          if (below !== undefined) return below;
        }
      }
      // "That the camp was shelled was denied", "it is untrue that …"
      return child(s, token, "csubj");
    }
    case "infinitive": {
      for (const c of children(s, token)) {
        const rel = relation(s, c);
        if (rel !== "xcomp" && rel !== "ccomp" && rel !== "acl" && rel !== "advcl") continue;
        if (hasTo(ctx, c)) return c;
      }
      // "urged both sides to withdraw", "a plot by rebels to shell the market", where the parser hung it on the sides, on the rebels
      const object = child(s, token, upos(s, token) === "NOUN" ? "nmod" : "obj");
      return object < 0 ? -1 : (children(s, object).find((c) => relation(s, c) === "acl" && hasTo(ctx, c)) ?? -1);
    }
    case "gerund": {
      // "denied targeting civilians", "denied having targeted civilians"
      const c = child(s, token, "xcomp");
      if (c < 0) return -1;
      return s.xpos[c] === "VBG" || children(s, c).some((a) => relation(s, a) === "aux" && s.xpos[a] === "VBG")
        ? c
        : -1;
    }
    case "scene": {
      // "showed soldiers *shooting* at a crowd", whatever the parser hung it on
      const doing = slotHead(ctx, token, "gerund");
      const object = child(s, token, "obj");
      if (doing >= 0 || object < 0) return doing;
      return children(s, object).find((c) => s.deprel[c] === "acl" && s.xpos[c] === "VBG") ?? -1;
    }
    case "object": {
      if (isPassive(s, token) || (s.xpos[token] === "VBN" && relation(s, token) === "acl"))
        return child(s, token, "nsubj:pass");
      const object = child(s, token, "obj");
      // "called off the attack", where the parser took it for an adverbial
      const bare = children(s, token).find((c) => c > token && relation(s, c) === "obl" && child(s, c, "case") < 0);
      return object >= 0 ? object : (bare ?? -1);
    }
    case "complement": {
      for (const c of children(s, token)) {
        const rel = relation(s, c);
        if (rel === "xcomp" && !children(s, c).some((m) => relation(s, m) === "mark")) return c;
      }
      // "called the report a lie", where the parser made it an apposition
      const object = child(s, token, "obj");
      return object < 0 ? -1 : child(s, object, "appos");
    }
    case "subject":
      return Math.max(child(s, token, "nsubj"), child(s, token, "nsubj:pass"));
    case "predicate":
      return predicateOf(ctx, token);
    case "det":
      return child(s, token, "det");
    case "quote":
      return -1; // quotations are joined afterwards, over the whole paragraph
    default: {
      const brought = broughtBy(s, token, slot);
      const object = brought >= 0 ? -1 : child(s, token, "obj");
      // "accused the gangs inside of keeping …", where the parser hung it on the gangs
      return object < 0 ? brought : broughtBy(s, object, slot);
    }
  }
}

/** "The army's version is *that rebels fired first*", "the ministry's figure is *12*", "the hospital's count stands *at 61*". */
function predicateOf({ s, words }: Context, noun: number): number {
  const up = s.head[noun]!;
  if (up < noun || relation(s, noun) !== "nsubj") return -1;
  const isNumber = (t: number): boolean => s.xpos[t] === "CD" || child(s, t, "nummod") >= 0;
  if (words.roles.standing.has(s.lemma[up]!))
    return children(s, up).find((c) => c > up && relation(s, c) === "obl" && isNumber(c)) ?? -1;
  if (child(s, up, "cop") < 0) return -1;
  const told = children(s, up).some((m) => m > noun && relation(s, m) === "mark" && s.xpos[m] === "IN");
  return told || isNumber(up) ? up : -1;
}

/** The clausal complement. Relative and adverbial clauses are none; "if" and "whether" clauses are. */
function clauseOf(ctx: Context, token: number): number {
  const { s } = ctx;
  for (const c of children(s, token)) {
    const rel = relation(s, c);
    if (rel === "ccomp" && !hasTo(ctx, c) && !isParted(ctx, c, token)) return c;
    // "the claim that …" hangs on its noun as acl
    if (rel === "acl" && opensWithThat(ctx, c)) return c;
    // "Whether the plane obeyed the army they could not say"
    if (rel === "advcl" && c < token && children(s, c).some((m) => isWhether(ctx, m))) return c;
  }
  return -1;
}

/** "A teacher spoke of the war; the mayor *said* soldiers had fired": what a semicolon parts from a cue that is told something behind it. */
function isParted({ s, quoteOf }: Context, clause: number, cue: number): boolean {
  if (clause > cue || !children(s, cue).some((c) => c > cue && relation(s, c) === "ccomp")) return false;
  for (let t = clause; t < cue; t++) if (s.lower[t] === ";" && quoteOf[t]! < 0) return true;
  return false;
}

/** "the claim *that* rebels fired first"; where the parser took "that" for an object, a verb of making or passing on keeps it one. */
function opensWithThat(ctx: Context, clause: number): boolean {
  const { s } = ctx;
  // "the army's version, *that rebels fired first*, …"
  const m = children(s, clause).find((c) => relation(s, c) !== "punct");
  if (m === undefined || (s.xpos[m] !== "IN" && s.xpos[m] !== "WDT")) return false;
  // "reports that I have read": what is passed on has no object of its own
  const passed = ctx.words.roles.relay.has(s.lemma[clause]!) && child(s, clause, "nsubj") > m;
  // "a version that their families deny"
  const denies = contradicts(ctx, clause);
  if (relation(s, m) === "mark") {
    const bare = denies || (passed && upos(s, child(s, clause, "nsubj")) === "PRON");
    return !(bare && children(s, clause).every((c) => c < clause || relation(s, c) === "punct"));
  }
  if (denies) return false;
  const relays = ctx.words.roles.light.has(s.lemma[clause]!) || ctx.words.roles.relay.has(s.lemma[clause]!);
  return relation(s, m) === "obj" && child(s, clause, "nsubj") > m && !relays;
}

const isWhether = (ctx: Context, m: number): boolean =>
  relation(ctx.s, m) === "mark" &&
  (ctx.words.hedges.get(ctx.s.lower[m]!)?.some((row) => row.pos === "marker" && row.certainty === "unknown") ?? false);

const hasTo = (ctx: Context, c: number): boolean =>
  children(ctx.s, c).some((m) => relation(ctx.s, m) === "mark" && ctx.s.xpos[m] === "TO");

/** "holds officers of the regiment *responsible*": where the parser hung the complement on a noun before it. */
function looseComplement(ctx: Context, token: number, lemmas: readonly string[]): number {
  const { s } = ctx;
  const object = child(s, token, "obj");
  if (object < 0) return -1;
  for (let t = object + 1; t <= s.right[token]! && s.sentence[t] === s.sentence[token]; t++) {
    if (lemmas.includes(s.lemma[t]!) && s.head[t]! < t) return t;
  }
  return -1;
}

/** "Demanded *an inquiry*", "vowed *revenge*": what is asked for, promised or threatened is told, whatever it is. */
const LOOKS_AHEAD: ReadonlySet<Act> = new Set<Act>(["demand", "promise", "threaten"]);

const OWNS: ReadonlySet<Act> = new Set<Act>(["claim-responsibility"]);

/** The deed that a participle or relative clause is about: "an *attack* on Kaga, which the front claimed"; -1 where the noun before is none. */
function deedBefore({ s }: Context, token: number, lemmas: readonly string[]): number {
  if (relation(s, token) !== "acl") return -1;
  let noun = s.head[token]!;
  if (!lemmas.includes(s.lemma[noun]!) && relation(s, noun) === "nmod") noun = s.head[noun]!;
  return lemmas.includes(s.lemma[noun]!) ? noun : -1;
}

/** Fills the slots of a row; null where a slot it needs is empty, with the reason. */
export function fillSlots(ctx: Context, token: number, row: CueRow): Filled | string {
  const { s } = ctx;
  const heads = new Map<string, number>();
  for (const slot of row.content) {
    const head = slotHead(ctx, token, slot);
    if (head < 0 || head === token) continue;
    // "a request for comment on the shelling": only words are asked for
    if (row.act === "demand" && ctx.words.roles.reply.has(s.lemma[head]!)) return "asks for words only";
    heads.set(slot, head);
  }
  if (heads.size === 0 && (row.content.includes("clause") || row.content.includes("quote"))) {
    const figure = figureUnder(ctx, token);
    if (figure >= 0) heads.set("object", figure);
  }
  for (const [slot, lemmas] of Object.entries(row.needs ?? {})) {
    if (slot === "any") {
      if (!lemmas.some((option) => heads.has(option))) return `nothing after ${lemmas.join(", ")}`;
      continue;
    }
    let head = heads.get(slot) ?? slotHead(ctx, token, slot);
    // "an attack *claimed* by the front", "an attack *that the front claimed*": the noun itself
    if (slot === "object" && OWNS.has(row.act) && (head < 0 || s.xpos[head]!.startsWith("W")))
      head = deedBefore(ctx, token, lemmas);
    if (slot === "object" && head >= 0) heads.set(slot, head);
    if (slot === "complement" && lemmas.length > 0 && (head < 0 || !lemmas.includes(s.lemma[head]!))) {
      head = looseComplement(ctx, token, lemmas);
      if (head >= 0) heads.set(slot, head);
    }
    if (head < 0) return `no ${slot}`;
    const figure = isAnyFigure(ctx, head, lemmas) || isFigureOf(ctx, head, lemmas);
    if (lemmas.length > 0 && !figure && !lemmas.includes(s.lemma[head]!))
      return `its ${slot} is none of ${lemmas.join(", ")}`;
  }
  // "said that … and *that one came back*", where the parser coordinated the second with the saying
  if (heads.has("clause")) {
    children(s, token)
      .filter((c) => relation(s, c) === "conj" && children(s, c).some((m) => isThat(ctx, m)))
      .forEach((c, i) => {
        heads.set(`clause ${i + 2}`, c);
      });
  }
  const object = heads.get("object");
  if (row.fresh && object !== undefined && isDefinite(ctx, object)) return "its object is known already";
  // "what the army called a strike": names what is known otherwise
  if (row.fresh && s.deprel[token] === "acl:relcl" && s.xpos[s.head[token]!] === "WP") return "it only names a thing";
  const named = row.needs || row.act === "accuse" || (LOOKS_AHEAD.has(row.act) && !row.hearer);
  if (object !== undefined && !named && !isReportable(ctx, object)) heads.delete("object");
  // "accused the army": the object alone is whom it names; it is content all the same, as the accused
  let content: Ranges = [];
  for (const head of heads.values()) content = union(content, contentYield(ctx, token, head));
  const clause = heads.get("clause");
  return {
    heads,
    content: clause !== undefined && clause > token && upos(s, token) !== "NOUN" ? unbroken(ctx, content) : content,
  };
}
