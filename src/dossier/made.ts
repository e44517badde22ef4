import type { Actor, ActorKind, Claim, Count, CountRole, Event, Ledger, Place } from "../core/ledger.ts";

/** Ledgers for tests, in few words. */
export interface Made {
  readonly id: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly text?: string;
  readonly title?: string;
  readonly actors?: Readonly<Record<string, Partial<Actor> & { kind?: ActorKind }>>;
  readonly events: readonly MadeEvent[];
}

export interface MadeEvent {
  readonly type?: string;
  readonly by?: readonly string[];
  readonly on?: readonly string[];
  readonly at?: string;
  readonly country?: string;
  readonly coordinates?: readonly [latitude: number, longitude: number];
  readonly day?: string;
  readonly stage?: Event["stage"];
  readonly claims: readonly MadeClaim[];
}

export interface MadeClaim {
  readonly source: string;
  readonly via?: readonly string[];
  readonly act?: Claim["act"];
  readonly negative?: true;
  readonly modality?: Claim["modality"];
  readonly killed?: number | readonly [number, number | null];
  readonly wounded?: number;
  readonly whose?: string;
  /** More killed, counted in those or told before them. */
  readonly besides?: readonly { readonly killed: number; readonly whose?: string; readonly role: CountRole }[];
  /** Names that its sentence holds. */
  readonly naming?: readonly string[];
}

/** The text is made of one sentence a claim, so that every span holds real words. */
export function made(report: Made): Ledger {
  const outlet = report.outlet ?? "Wire";
  const actors: Actor[] = [];
  const actor = (name: string): string => {
    const known = actors.find((a) => a.name === name);
    if (known) return known.id;
    const id = `a${actors.length}`;
    const kind = name === outlet ? "media" : "unknown";
    const own = { id, name, entry: null, kind, country: null, memberOf: null, mentions: [], epithets: [] } as Actor;
    actors.push(own);
    const more = report.actors?.[name];
    if (more) actors[Number(id.slice(1))] = { ...own, ...more, memberOf: more.memberOf ? actor(more.memberOf) : null };
    return id;
  };
  actor(outlet);
  const places: Place[] = [];
  const events: Event[] = [];
  const claims: Claim[] = [];
  let text = report.text ?? "";
  report.events.forEach((event, i) => {
    const id = `e${i + 1}`;
    const start = text.length;
    let trigger: [number, number] | null = null;
    const place = event.at === undefined ? null : `p${places.length + 1}`;
    if (place) {
      const [latitude, longitude] = event.coordinates ?? [null, null];
      places.push({
        id: place,
        name: event.at!,
        entry: null,
        country: event.country ?? "AFG",
        admin1: null,
        latitude,
        longitude,
        precision: 1,
        mentions: [],
      });
    }
    for (const claim of event.claims) {
      const at = text.length;
      text += `${claim.source} spoke of the ${(event.type ?? "violence/armed-attack").split("/").at(-1)}${event.at ? ` at ${event.at}` : ""}${claim.naming ? ` by ${claim.naming.join(" and ")}` : ""}. `;
      const span = [at, text.length - 1] as const;
      trigger ??= [at, at + claim.source.length];
      const [low, high] = typeof claim.killed === "number" ? [claim.killed, claim.killed] : (claim.killed ?? [0, 0]);
      const whose = claim.whose ?? "people";
      const counts: Count[] = [];
      if (claim.killed !== undefined)
        counts.push({
          harm: "killed",
          who: null,
          whoText: whose,
          low,
          high,
          bound: high === null ? "at-least" : "exact",
          span,
        });
      if (claim.wounded !== undefined)
        counts.push({
          harm: "wounded",
          who: null,
          whoText: whose,
          low: claim.wounded,
          high: claim.wounded,
          bound: "exact",
          span,
        });
      for (const { killed, whose: side = whose, role } of claim.besides ?? [])
        counts.push({
          harm: "killed",
          who: null,
          whoText: side,
          low: killed,
          high: killed,
          bound: "exact",
          span,
          role,
        });
      const own = claim.source === outlet;
      claims.push({
        id: `c${claims.length + 1}`,
        event: id,
        source: actor(claim.source),
        via: own ? [] : [...(claim.via ?? []), outlet].map(actor),
        act: claim.act ?? "state",
        polarity: claim.negative ? "negative" : "positive",
        certainty: "certain",
        modality: claim.modality ?? "actual",
        counts,
        neutral: `${claim.source} said so.`,
        evidence: [{ span, role: "content", rule: "made" }],
      });
    }
    if (place) (places.at(-1) as { mentions: unknown }).mentions = [[start, text.length - 1]];
    events.push({
      id,
      type: event.type ?? "violence/armed-attack",
      trigger: trigger ?? [start, start + 1],
      agent: (event.by ?? []).map(actor),
      target: (event.on ?? []).map(actor),
      objects: [],
      instrument: null,
      place,
      time:
        event.day === undefined
          ? null
          : { start: event.day, end: event.day, precision: "day", basis: "stated", evidence: [] },
      stage: event.stage ?? "accomplished",
    });
  });
  for (const a of actors)
    (a as { mentions: unknown }).mentions = [
      ...text.matchAll(new RegExp(a.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g")),
    ].map((m) => [m.index, m.index + a.name.length]);
  return {
    schema: "hearsay/ledger@1",
    engine: { version: "made", lexicon: "made" },
    report: {
      id: `sha256:${report.id.padEnd(64, "0")}`,
      title: report.title ?? null,
      outlet,
      url: null,
      published: report.published ?? null,
      language: "en",
      text,
    },
    actors,
    places,
    events,
    claims,
    loaded: [],
    notices: [],
  };
}
