import type { ActorMention } from "../../src/core/layers.ts";
import type { Actor, Place } from "../../src/core/ledger.ts";
import type { Span } from "../../src/core/span.ts";
import type { Syntax } from "../../src/core/syntax.ts";
import { tokenAt } from "../../src/core/tree.ts";
import type { ReadResult } from "../../src/index.ts";
import { type Incident, incidentType } from "./incidents.ts";
import { clean } from "./nominals.ts";
import type { RawDocument } from "./slots.ts";

/** What the mapping asks of the engine's knowledge: which classes a noun belongs to. */
export type NounClasses = Readonly<Record<string, readonly string[]>>;

/** A word's part in an event as the ledger has it. */
export interface Role {
  readonly role: "agent" | "target" | "object" | "instrument" | "toll" | "trigger" | "source";
  readonly event: string;
  /** Event type, whole and its first two levels. */
  readonly leaf: string;
  readonly top: string;
  /** Rule that filled the role. */
  readonly rule: string;
}

/** A message read, with its findings indexed by word, actor and event. */
export class Message {
  readonly syntax: Syntax;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
  readonly mentionsOf = new Map<string, ActorMention[]>();
  /** Roles of the word at a token, and of all mentions of an actor. */
  readonly rolesAt = new Map<number, Role[]>();
  readonly rolesOf = new Map<string, Role[]>();
  private readonly violent: readonly { readonly event: string; readonly sentence: number }[];
  private readonly ids = new WeakMap<Incident, ReadonlySet<string>>();

  constructor(
    readonly raw: RawDocument,
    readonly result: ReadResult,
    readonly nounClasses: NounClasses,
  ) {
    const { ledger, reading } = result;
    this.syntax = reading.syntax;
    this.actors = new Map(ledger.actors.map((actor) => [actor.id, actor]));
    this.places = new Map(ledger.places.map((place) => [place.id, place]));
    for (const mention of reading.mentions.actorMentions) push(this.mentionsOf, mention.value.actor, mention);
    this.violent = reading.events.mentions
      .filter((m) => incidentType(m.value.type) !== null)
      .map((m) => ({ event: m.value.event, sentence: this.syntax.sentence[m.head]! }));
    this.indexRoles();
  }

  private indexRoles(): void {
    const { mentions, tolls } = this.result.reading.events;
    const note = (head: number, ref: string | null, role: Role): void => {
      push(this.rolesAt, head, role);
      if (ref) push(this.rolesOf, ref, role);
    };
    for (const { value, head, by } of mentions) {
      const { event, type } = value;
      const of = (role: Role["role"], rule: string): Role => {
        return { role, event, leaf: type, top: type.split("/").slice(0, 2).join("/"), rule };
      };
      note(head, null, of("trigger", by.entry ?? by.rule));
      for (const f of value.agent) note(this.token(f.span), f.ref, of("agent", f.rule));
      for (const f of value.target) note(this.token(f.span), f.ref, of("target", f.rule));
      for (const o of value.objects) note(this.lastToken(o.span), null, of("object", o.effect ?? "hit"));
      if (value.instrument) note(this.lastToken(value.instrument.span), null, of("instrument", "instrument"));
    }
    for (const { value, span } of tolls) {
      const role: Role = { role: "toll", event: value.event, leaf: value.harm, top: value.harm, rule: value.harm };
      const noun = this.countedNoun(span);
      if (noun >= 0) push(this.rolesAt, noun, role);
      if (value.who) push(this.rolesOf, value.who, role);
    }
    for (const { event, source, act } of this.result.ledger.claims)
      push(this.rolesOf, source, { role: "source", event, leaf: act, top: act, rule: act });
  }

  token(span: Span): number {
    return Math.min(tokenAt(this.syntax, span[0]), this.syntax.length - 1);
  }

  lastToken(span: Span): number {
    return Math.min(tokenAt(this.syntax, span[1] - 1), this.syntax.length - 1);
  }

  /** The noun that a figure counts, by its number. */
  countedNoun(span: Span): number {
    const quantity = this.result.reading.mentions.quantities.find((q) => q.span[0] === span[0]);
    return quantity ? quantity.value.of : this.token(span);
  }

  /** Characters of the longest name the message has for an actor. */
  longestName(actor: string): number {
    const names = (this.mentionsOf.get(actor) ?? []).filter((m) => m.value.form === "name");
    return Math.max(0, ...names.map((m) => clean(this.syntax.text.slice(...m.span)).length));
  }

  headOf(mention: ActorMention): number {
    return mention.head >= 0 ? mention.head : this.token(mention.span);
  }

  idsOf(incident: Incident): ReadonlySet<string> {
    const known = this.ids.get(incident) ?? new Set(incident.events.map((event) => event.id));
    this.ids.set(incident, known);
    return known;
  }

  /** The violent event told nearest to a sentence, the one before it where two are as near. */
  nearest(sentence: number): string | null {
    let best: { event: string; far: number } | null = null;
    for (const { event, sentence: at } of this.violent) {
      const far = Math.abs(at - sentence) * 2 - (at <= sentence ? 1 : 0);
      if (!best || far < best.far) best = { event, far };
    }
    return best?.event ?? null;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
