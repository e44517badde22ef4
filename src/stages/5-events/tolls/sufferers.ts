import type { Mentions } from "../../../core/layers.ts";
import { ARMED_KINDS, type Event, type EventType, type Harm } from "../../../core/ledger.ts";
import { overlaps, type Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { rangeSpan, tokenAt } from "../../../core/tree.ts";
import type { EventKnowledge } from "../knowledge.ts";
import type { Draft } from "../merge.ts";
import type { Figure } from "./figure.ts";
import { isOne } from "./people.ts";

/** Whom a figure counts. */
interface Side {
  readonly who: string | null;
  readonly whoText: string;
}

/** What somebody calls those harmed in an event. */
interface Naming extends Side {
  /** The figure that names them; null where a mention of the event tells whom it struck. */
  readonly figure: Figure | null;
  readonly voice: string | null;
  /** No word of a speaker's judgement. */
  readonly plain: boolean;
  /** One person. */
  readonly single: boolean;
  /** "Children", "men": some of those harmed rather than all. */
  readonly vague: boolean;
}

/**
 * Whose a figure is that names nobody: "the toll rose to 18", "spoke of 110 dead", "seventeen wounded". It is of those whom the same voice, or
 * the report's own, counted or called struck in that event; else of those whom all who name anybody there call by one plain name. A loaded
 * word of another speaker is never taken over ("two died", a nurse says, and not two of another's "spies"), nor any where they differ.
 */
export class Sufferers {
  private readonly namings = new Map<string, Naming[]>();
  /** Actors that are called no more than "people", "men", "the wounded". */
  private readonly vague: ReadonlySet<string>;
  private readonly anyone: string;
  /** Events in which both sides lose men. */
  private readonly clashes = new Set<string>();
  /** The armed sides of each event. */
  private readonly fought: ReadonlyMap<string, readonly Side[]>;

  /** `events`: the event of each figure and mention; `voiceOf`: whose words a figure stands in, null where the report's own. */
  constructor(
    private readonly s: Syntax,
    { actors, loaded }: Mentions,
    private readonly know: EventKnowledge,
    events: ReadonlyMap<Figure | Draft, string>,
    private readonly voiceOf: (figure: Figure) => string | null,
    made: readonly Event[],
  ) {
    const armed = new Map(actors.flatMap(({ id, kind, name }) => (ARMED_KINDS.includes(kind) ? [[id, name]] : [])));
    const sidesOf = ({ agent, target }: Event): Side[] =>
      [...agent, ...target].flatMap((who) => (armed.has(who) ? [{ who, whoText: armed.get(who)! }] : []));
    this.fought = new Map(made.map((event) => [event.id, sidesOf(event)]));
    this.anyone = [...know.small.anyone!][0]!;
    this.vague = new Set(actors.flatMap(({ id, name }) => (know.small.somebody!.has(name.toLowerCase()) ? [id] : [])));
    const isPlain = (spans: readonly Span[]) => !loaded.some((term) => spans.some((span) => overlaps(term.span, span)));
    for (const [told, event] of events) {
      if (!("nouns" in told) && told.type === CLASH) this.clashes.add(event);
      const named = "nouns" in told ? this.byFigure(told, isPlain) : this.byMention(told, isPlain);
      this.namings.set(event, [...(this.namings.get(event) ?? []), ...named]);
    }
  }

  /** Whom a figure of an event counts; "seven on each side" counts so many of both that fought. */
  of(figure: Figure, event: string): readonly Side[] {
    const sides = figure.sides === "each" ? (this.fought.get(event) ?? []) : [];
    return sides.length === 2 ? sides : [this.one(figure, event)];
  }

  private one(figure: Figure, event: string): Side {
    if (
      figure.sides !== null ||
      this.namesThem(figure) ||
      (figure.high === 0 && (figure.trigger.harm!.side ?? "poss") !== "poss")
    )
      return figure;
    const voice = this.voiceOf(figure);
    const may = (this.namings.get(event) ?? []).filter((naming) => fits(naming, figure));
    const counted = may.filter((n) => n.figure && n.figure.head < figure.head);
    for (const speaker of [voice, null]) {
      const own = counted.filter((n) => n.voice === speaker);
      const last = own.findLast((n) => n.figure!.harm === figure.harm) ?? own.at(-1);
      if (last) return last;
    }
    const struck = may.find((n) => n.figure === null && (n.voice === null || n.voice === voice));
    if (struck) return struck;
    const others = this.clashes.has(event) ? [] : may;
    const names = new Set(others.map(({ who, whoText }) => who ?? whoText));
    if (names.size === 1 && others.every(({ plain }) => plain)) return others.find((n) => n.figure) ?? others[0]!;
    return { who: figure.who, whoText: figure.whoText };
  }

  private byFigure(figure: Figure, isPlain: (spans: readonly Span[]) => boolean): Naming[] {
    if (!this.isCount(figure)) return [];
    const { s } = this;
    const { who, whoText, nouns } = figure;
    const plain = isPlain(nouns.map((t) => rangeSpan(s, s.left[t]!, t)));
    return [
      { who, whoText, figure, voice: this.voiceOf(figure), plain, single: false, vague: this.vague.has(who ?? "") },
    ];
  }

  private byMention({ target, objects, voice, type }: Draft, isPlain: (spans: readonly Span[]) => boolean): Naming[] {
    if (type === CLASH) return [];
    return target
      .filter(({ ref, span }) => !this.vague.has(ref) && !objects.some((thing) => overlaps(thing.span, span)))
      .map(({ ref, span }) => ({
        who: ref,
        whoText: this.anyone,
        figure: null,
        voice,
        plain: isPlain([span]),
        single: isOne(this.s, tokenAt(this.s, span[0]), this.know.classes),
        vague: false,
      }));
  }

  private isCount(figure: Figure): boolean {
    return figure.partOf === null && !figure.known && figure.low > 1 && this.namesThem(figure);
  }

  /** Not so "the wounded", "forty others". */
  private namesThem({ who, nouns }: Figure): boolean {
    if (who !== null && !this.vague.has(who)) return true;
    return nouns.some((t) => !this.know.small["the-rest"]!.has(this.s.lemma[t]!));
  }
}

/** Whether a figure may be of those that a naming speaks of: of that harm, or of the dead beside whom others were hurt; not many times as many. */
function fits({ figure: named, single, vague }: Naming, { harm, low }: Figure): boolean {
  if (named === null) return !single || low < 2;
  return (named.harm === harm || named.harm === DEATH) && low <= named.low * (vague ? 1 : RIVAL);
}

const CLASH: EventType = "violence/armed-clash";
const DEATH: Harm = "killed";

/** How many times another's toll a rival one may be; a larger one is of more people than those. */
const RIVAL = 4;
