import type { ActorMention } from "../../src/core/layers.ts";
import type { Actor, Event, Place } from "../../src/core/ledger.ts";
import { tokenAt, upos } from "../../src/core/tree.ts";
import type { ReadResult } from "../../src/index.ts";
import { type Incident, incidentsOf } from "./incidents.ts";
import { nounPhrase } from "./phrase.ts";
import { features } from "./relevance.ts";
import type { Answer, Answers, RawDocument } from "./slots.ts";
import { COUNTRIES, categoryOf, PEOPLE_TYPES, THING_TYPES, WEAPON_TYPES, withoutTitles } from "./words.ts";

/** The incidents of a message as templates, with what speaks for and against their being in the keys. */
export function candidatesOf(
  raw: RawDocument,
  result: ReadResult,
): { answers: Answers; features: readonly string[] }[] {
  const message = new Message(raw, result);
  return incidentsOf(result).map((incident) => {
    const answers = message.template(incident);
    return { answers, features: features(message, incident, answers) };
  });
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const dayOf = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day} ${MONTHS[Number(month) - 1]} ${year!.slice(2)}`;
};

/** A person or group harmed, as the keys write it. */
interface Victim {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string;
  readonly number: string;
  readonly effects: readonly string[];
}

export class Message {
  readonly actors: ReadonlyMap<string, Actor>;
  private readonly places: ReadonlyMap<string, Place>;
  private readonly mentionsOf = new Map<string, ActorMention[]>();

  constructor(
    readonly raw: RawDocument,
    readonly result: ReadResult,
  ) {
    this.actors = new Map(result.ledger.actors.map((actor) => [actor.id, actor]));
    this.places = new Map(result.ledger.places.map((place) => [place.id, place]));
    for (const mention of result.reading.mentions.actorMentions) {
      const list = this.mentionsOf.get(mention.value.actor);
      if (list) list.push(mention);
      else this.mentionsOf.set(mention.value.actor, [mention]);
    }
  }

  template(incident: Incident): Answers {
    const kidnapping = incident.type === "KIDNAPPING";
    const victims = this.victims(incident);
    const things = kidnapping ? [] : this.things(incident);
    const weapons = incident.type === "ARSON" || kidnapping ? [] : this.weapons(incident);
    const perpetrators = this.perpetrators(incident);
    const refOf = (victim: Victim): string | null => victim.name ?? victim.description;
    return {
      incident_date: this.date(incident.events),
      incident_location: [{ v: this.location(incident.events) }],
      incident_type: [{ v: incident.type }],
      incident_stage: [{ v: stageOf(incident.events) }],
      incident_instrument_id: weapons.filter((w) => w.id !== null).map((w) => ({ v: w.id! })),
      incident_instrument_type: weapons.map((w) => ({ v: w.type, ref: w.id })),
      perp_incident_category: [{ v: perpetrators.state ? "STATE-SPONSORED VIOLENCE" : "TERRORIST ACT" }],
      perp_individual_id: perpetrators.individuals.map((v) => ({ v })),
      perp_organization_id: perpetrators.organisations.map((o) => ({ v: o.name })),
      perp_organization_confidence: perpetrators.organisations.map((o) => ({ v: o.confidence, ref: o.name })),
      phys_tgt_id: things.map((t) => ({ v: t.name })),
      phys_tgt_type: things.map((t) => ({ v: t.type, ref: t.name })),
      phys_tgt_number: things.map((t) => ({ v: t.number, ref: t.name })),
      phys_tgt_effect: things.flatMap((t): Answer[] => (t.effect ? [{ v: t.effect, ref: t.name }] : [])),
      hum_tgt_name: victims.flatMap((v): Answer[] => (v.name ? [{ v: v.name }] : [])),
      hum_tgt_description: victims.flatMap((v): Answer[] => (v.description ? [{ v: v.description, ref: v.name }] : [])),
      hum_tgt_type: victims.map((v) => ({ v: v.type, ref: refOf(v) })),
      hum_tgt_number: victims.map((v) => ({ v: v.number, ref: refOf(v) })),
      hum_tgt_effect: victims.flatMap((v): Answer[] => v.effects.map((effect) => ({ v: effect, ref: refOf(v) }))),
    };
  }

  private date(events: readonly Event[]): Answer[] {
    const time = events.find((event) => event.time)?.time;
    const day = this.raw.date;
    if (time && (!day || time.end.slice(0, 10) <= day)) {
      const [start, end] = [dayOf(time.start), dayOf(time.end)];
      return [{ v: start === end ? start : `${start} - ${end}` }];
    }
    return day ? [{ v: `- ${dayOf(day)}` }] : [];
  }

  /** Country of the place, else of the dateline, else the one named most. */
  country(events: readonly Event[]): string | null {
    for (const event of events) {
      const country = event.place && this.places.get(event.place)?.country;
      if (country) return country;
    }
    const dateline = this.result.reading.mentions.placeMentions.find((m) => m.value.use === "dateline");
    const there = dateline && this.places.get(dateline.value.place)?.country;
    if (there && COUNTRIES[there]) return there;
    const count = new Map<string, number>();
    for (const { country, mentions } of this.places.values()) {
      if (country && COUNTRIES[country]) count.set(country, (count.get(country) ?? 0) + mentions.length);
    }
    for (const { country, mentions } of this.actors.values()) {
      if (country && COUNTRIES[country]) count.set(country, (count.get(country) ?? 0) + mentions.length);
    }
    return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? there ?? null;
  }

  private location(events: readonly Event[]): string {
    const country = this.country(events);
    const name = (country && COUNTRIES[country]) ?? country ?? "EL SALVADOR";
    const place = events.map((event) => event.place && this.places.get(event.place)).find((p) => p);
    if (!place || place.precision >= 6) return name;
    const words = place.mentions[0] ? this.result.ledger.report.text.slice(...place.mentions[0]) : place.name;
    return `${name}: ${words.replace(/\s+/g, " ").toUpperCase()} (CITY)`;
  }

  private token(span: readonly [number, number]): number {
    return Math.min(tokenAt(this.result.reading.syntax, span[0]), this.result.reading.syntax.length - 1);
  }

  private headOf(mention: ActorMention): number {
    return mention.head >= 0 ? mention.head : this.token(mention.span);
  }

  /** Name and description of an actor; names of people without their titles. */
  naming(id: string, at: number): { name: string | null; description: string | null } {
    const s = this.result.reading.syntax;
    const mentions = this.mentionsOf.get(id) ?? [];
    const names = mentions.filter((m) => m.value.form === "name");
    const person = this.actors.get(id)?.kind;
    const text = (m: ActorMention): string =>
      s.text
        .slice(...m.span)
        .replace(/\s+/g, " ")
        .toUpperCase();
    if (names.length > 0 && person !== "state-forces" && person !== "armed-group") {
      const longest = names.map(text).sort((a, b) => b.length - a.length)[0]!;
      const { name, title } = withoutTitles(longest.replace(/^(THE|A|AN) /, "").split(",")[0]!);
      const described = mentions.find((m) => m.value.form === "office" || m.value.form === "description");
      const description =
        described && !text(described).includes(name) ? nounPhrase(s, this.headOf(described), true) : title || null;
      return { name, description: description === "" ? null : description };
    }
    const best = at >= 0 ? at : mentions[0] ? this.headOf(mentions[0]) : -1;
    return { name: null, description: best >= 0 ? nounPhrase(s, best) : null };
  }

  private victims(incident: Incident): Victim[] {
    const { reading } = this.result;
    const s = reading.syntax;
    const found = new Map<string, Victim>();
    const tolls = reading.events.tolls.filter(
      (t) => incident.events.some((e) => e.id === t.value.event) && t.value.partOf === null,
    );
    const add = (id: string | null, at: number, effect: string | null, number: string | null): void => {
      const actor = id ? this.actors.get(id) : undefined;
      if (actor && (actor.kind === "armed-group" || actor.kind === "rioters")) return;
      const { name, description } = id ? this.naming(id, at) : { name: null, description: nounPhrase(s, at) };
      if (!name && (!description || upos(s, at) === "PRON")) return;
      // a house, a vehicle, a town is no person, though the engine may hold it for a party
      if (
        !name &&
        categoryOf(description!, THING_TYPES, "") !== "" &&
        categoryOf(description!, PEOPLE_TYPES, "") === ""
      )
        return;
      const key = id ?? description!;
      const known = found.get(key);
      const effects = [...new Set([...(known?.effects ?? []), ...(effect ? [effect] : [])])];
      const type = categoryOf(`${description ?? ""} ${name && !description ? "" : ""}`, PEOPLE_TYPES, "CIVILIAN");
      const plural = s.xpos[at] === "NNS" || s.xpos[at] === "NNPS";
      found.set(
        key,
        known
          ? { ...known, effects, number: number ?? known.number }
          : { name, description, type, number: number ?? (plural ? "PLURAL" : "1"), effects },
      );
    };
    for (const mention of incident.mentions) {
      const deadly =
        mention.by.entry?.startsWith("harms/") ||
        /assassin|murder|massacre|slay|kill|gun-down|shoot-dead|execut/.test(mention.by.entry ?? "");
      const effect =
        incident.type === "KIDNAPPING" || mention.value.stage !== "accomplished" ? null : deadly ? "DEATH" : null;
      for (const { ref, span } of mention.value.target) add(ref, this.token(span), effect, null);
    }
    for (const { value, span } of tolls) {
      const effect = value.harm === "killed" ? "DEATH" : value.harm === "wounded" ? "INJURY" : null;
      if (value.low === 0 && value.high === 0) continue;
      const number =
        value.high === value.low
          ? `${value.bound === "about" ? "~" : ""}${value.low}`
          : value.high === null
            ? value.bound === "vague"
              ? "PLURAL"
              : `${value.low}-`
            : `${value.low}-${value.high}`;
      if (effect === null && incident.type !== "KIDNAPPING") continue;
      const noun = this.countedNoun(span);
      if (value.who) add(value.who, noun, effect, number);
      else if (noun >= 0) add(null, noun, effect, number);
    }
    return [...found.values()].slice(0, 6);
  }

  /** The noun that a figure counts, by its number. */
  private countedNoun(span: readonly [number, number]): number {
    const quantity = this.result.reading.mentions.quantities.find((q) => q.span[0] === span[0]);
    return quantity ? (quantity.value.of >= 0 ? quantity.value.of : -1) : this.token(span);
  }

  private things(incident: Incident): { name: string; type: string; number: string; effect: string | null }[] {
    const s = this.result.reading.syntax;
    const found = new Map<string, { name: string; type: string; number: string; effect: string | null }>();
    for (const mention of incident.mentions) {
      for (const object of mention.value.objects) {
        const head = Math.min(tokenAt(s, object.span[1] - 1), s.length - 1);
        const name = nounPhrase(s, head);
        const plural = s.xpos[head] === "NNS";
        const quantity = this.result.reading.mentions.quantities.find((q) => q.value.of === head)?.value;
        const number = quantity && quantity.high === quantity.low ? String(quantity.low) : plural ? "PLURAL" : "1";
        const effect =
          object.effect === "destroyed"
            ? "DESTROYED"
            : object.effect === "damaged" || incident.type === "BOMBING" || incident.type === "ARSON"
              ? "SOME DAMAGE"
              : null;
        const known = found.get(name);
        found.set(
          name,
          known
            ? { ...known, effect: known.effect ?? effect }
            : { name, type: categoryOf(name, THING_TYPES, "OTHER"), number, effect },
        );
      }
    }
    return [...found.values()].slice(0, 4);
  }

  private weapons(incident: Incident): { id: string | null; type: string }[] {
    const s = this.result.reading.syntax;
    const found = new Map<string, { id: string | null; type: string }>();
    const consider = (span: readonly [number, number]): void => {
      const head = Math.min(tokenAt(s, span[1] - 1), s.length - 1);
      const name = nounPhrase(s, head);
      const type = categoryOf(name, WEAPON_TYPES, "");
      if (type !== "" && !found.has(type)) found.set(type, { id: name, type });
    };
    for (const mention of incident.mentions) {
      if (mention.value.instrument) consider(mention.value.instrument.span);
      else if (/bomb|mine|explos|charge/.test(mention.by.entry ?? "")) consider(mention.span);
    }
    const shot = incident.mentions.some((m) => /shoot|shot|gun|fire/.test(m.by.entry ?? ""));
    if (found.size === 0 && shot && incident.type === "ATTACK") return [{ id: null, type: "GUN" }];
    return [...found.values()].slice(0, 2);
  }

  private perpetrators(incident: Incident): {
    individuals: string[];
    organisations: { name: string; confidence: string }[];
    state: boolean;
  } {
    const s = this.result.reading.syntax;
    const individuals = new Set<string>();
    const organisations = new Map<string, string>();
    let state = false;
    for (const mention of incident.mentions) {
      for (const { ref, span } of mention.value.agent) {
        const actor = this.actors.get(ref);
        if (!actor) continue;
        if (actor.kind === "state-forces" || actor.kind === "police" || actor.kind === "government") state = true;
        const head = this.token(span);
        const common = upos(s, head) === "NOUN";
        if (common) individuals.add(nounPhrase(s, head));
        const body = actor.entry ? actor : actor.memberOf ? this.actors.get(actor.memberOf) : undefined;
        const named = body && (this.mentionsOf.get(body.id) ?? []).filter((m) => m.value.form === "name");
        const best = named
          ?.map((m) =>
            s.text
              .slice(...m.span)
              .replace(/\s+/g, " ")
              .replace(/^(THE|A) /i, "")
              .toUpperCase(),
          )
          .sort((a, b) => b.length - a.length)[0];
        if (best && body) organisations.set(best, this.confidence(incident, body.id));
        else if (!common && upos(s, head) === "PROPN" && actor.kind === "person")
          individuals.add(withoutTitles(nounPhrase(s, head)).name);
      }
    }
    return {
      individuals: [...individuals].slice(0, 3),
      organisations: [...organisations].slice(0, 2).map(([name, confidence]) => ({ name, confidence })),
      state,
    };
  }

  /** How surely an organisation did it, by who says so. */
  private confidence(incident: Incident, actor: string): string {
    const claims = this.result.ledger.claims.filter((claim) =>
      incident.events.some((event) => event.id === claim.event),
    );
    if (claims.some((c) => c.act === "claim-responsibility" && this.isOf(c.source, actor)))
      return "CLAIMED OR ADMITTED";
    const blame = claims.find((c) => c.act === "accuse" || c.act === "suspect");
    if (!blame) return "REPORTED AS FACT";
    const kind = this.actors.get(blame.source)?.kind;
    return kind === "government" || kind === "police" || kind === "state-forces" || kind === "court"
      ? "SUSPECTED OR ACCUSED BY AUTHORITIES"
      : "SUSPECTED OR ACCUSED";
  }

  private isOf(id: string, body: string): boolean {
    for (
      let actor = this.actors.get(id), step = 0;
      actor && step < 4;
      actor = actor.memberOf ? this.actors.get(actor.memberOf) : undefined, step++
    ) {
      if (actor.id === body) return true;
    }
    return false;
  }
}

function stageOf(events: readonly Event[]): string {
  if (events.some((event) => event.stage === "accomplished")) return "ACCOMPLISHED";
  return events.some((event) => event.stage === "attempted") ? "ATTEMPTED" : "THREATENED";
}
