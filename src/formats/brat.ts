import type { Ledger } from "../core/ledger.ts";
import type { Span } from "../core/span.ts";
import type { ExportFile, Format } from "./format.ts";

/**
 * brat standoff, a .txt and .ann for each report: T text-bound spans of actors, places, triggers, claims and counts; E events with roles;
 * R claims to their events and sources; A act, polarity, certainty. Offsets are in code points, as brat counts them.
 */
export const brat: Format = {
  name: "brat",
  title: "brat standoff, two files a report",
  mediaType: "text/plain",
  extension: "ann",
  rule: null,
  write: ({ stories, ledgers, redact }) => {
    const ids = [...new Set(stories.flatMap((s) => s.reports.map((r) => r.id)))];
    const files = ids.flatMap((id): ExportFile[] => {
      const ledger = ledgers.get(id)!;
      const name = id.slice(7, 23);
      const { text } = ledger.report;
      const { ann } = new Annotations(ledger, redact.mask);
      return [
        { name: `${name}.txt`, text: redact.mask(text) },
        { name: `${name}.ann`, text: ann },
      ];
    });
    const types = new Set(ids.flatMap((id) => ledgers.get(id)!.events.map((e) => bratType(e.type))));
    return { files: [...files, { name: "annotation.conf", text: configuration([...types].sort()) }], rows: ids.length };
  },
};

const LABELS: Readonly<Record<string, string>> = { actor: "Actor", place: "Place", claim: "Claim", count: "Count" };

/** "violence/bombing/suicide" -> "Violence-bombing-suicide": brat allows no slash. */
export const bratType = (type: string): string => (type.charAt(0).toUpperCase() + type.slice(1)).replaceAll("/", "-");

class Annotations {
  private readonly lines: string[] = [];
  private readonly said = new Set<string>();
  private readonly shown: string;
  private readonly bound = new Map<string, string>();
  private readonly toCodePoints: (offset: number) => number;
  private events = 0;
  private relations = 0;
  private attributes = 0;

  constructor(
    private readonly ledger: Ledger,
    mask: (text: string) => string,
  ) {
    const { text } = ledger.report;
    this.shown = mask(text);
    this.toCodePoints = /[\ud800-\udfff]/.test(text)
      ? (offset) => [...text.slice(0, offset)].length
      : (offset) => offset;
    const actors = new Map(ledger.actors.map((a) => [a.id, this.first(LABELS.actor!, a.mentions)]));
    for (const actor of ledger.actors) for (const mention of actor.mentions) this.textBound(LABELS.actor!, mention);
    const places = new Map(ledger.places.map((p) => [p.id, this.first(LABELS.place!, p.mentions)]));
    const events = new Map<string, string>();
    for (const event of ledger.events) {
      const trigger = this.textBound(bratType(event.type), event.trigger);
      const roles = [
        ...event.agent.map((id) => ["Agent", actors.get(id)] as const),
        ...event.target.map((id) => ["Target", actors.get(id)] as const),
        ["Place", event.place === null ? undefined : places.get(event.place)] as const,
      ].filter(([, ref]) => ref);
      const id = `E${++this.events}`;
      const seen = new Map<string, number>();
      const numbered = roles.map(([role, ref]) => {
        const n = (seen.get(role) ?? 0) + 1;
        seen.set(role, n);
        return `${role}${n > 1 ? n : ""}:${ref}`;
      });
      this.lines.push([id, [`${bratType(event.type)}:${trigger}`, ...numbered].join(" ")].join("\t"));
      if (event.stage !== "accomplished") this.attribute("Stage", id, event.stage);
      events.set(event.id, id);
    }
    for (const claim of ledger.claims) {
      const content = claim.evidence.filter((e) => e.role === "content").map((e) => e.span);
      const id = this.textBound(LABELS.claim!, ...(content.length > 0 ? content : [claim.evidence[0]!.span]));
      const event = ledger.events.find((e) => e.id === claim.event);
      if (event) this.relation("About", id, this.textBound(bratType(event.type), event.trigger));
      const source = actors.get(claim.source);
      if (source) this.relation("Source", id, source);
      for (const relay of claim.via) {
        const via = actors.get(relay);
        if (via) this.relation("Via", id, via);
      }
      this.attribute("Act", id, claim.act);
      if (claim.polarity === "negative") this.attribute("Negative", id);
      if (claim.certainty !== "certain") this.attribute("Certainty", id, claim.certainty);
      if (claim.modality !== "actual") this.attribute("Modality", id, claim.modality);
      for (const count of claim.counts) {
        const figure = this.textBound(LABELS.count!, count.span);
        this.relation("Figure", id, figure);
        this.attribute("Harm", figure, count.harm);
      }
    }
  }

  get ann(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }

  private first(label: string, mentions: readonly Span[]): string | undefined {
    return mentions.length > 0 ? this.textBound(label, mentions[0]!) : undefined;
  }

  /** The same label on the same words is one annotation. Line breaks split a span: brat allows none inside one. */
  private textBound(label: string, ...spans: readonly Span[]): string {
    const { text } = this.ledger.report;
    const pieces = spans.flatMap((span) => withoutBreaks(text, span)).sort((a, b) => a[0] - b[0]);
    const where = pieces.map(([s, e]) => `${this.toCodePoints(s)} ${this.toCodePoints(e)}`).join(";");
    const key = `${label} ${where}`;
    const known = this.bound.get(key);
    if (known) return known;
    const id = `T${this.bound.size + 1}`;
    this.bound.set(key, id);
    this.lines.push(`${id}\t${key}\t${pieces.map(([s, e]) => this.shown.slice(s, e)).join(" ")}`);
    return id;
  }

  private relation(name: string, from: string, to: string): void {
    const line = `${name} Arg1:${from} Arg2:${to}`;
    if (this.isNew(line)) this.lines.push(`R${++this.relations}\t${line}`);
  }

  private attribute(name: string, of: string, value?: string): void {
    const line = value === undefined ? `${name} ${of}` : `${name} ${of} ${value}`;
    if (this.isNew(line)) this.lines.push(`A${++this.attributes}\t${line}`);
  }

  private isNew(line: string): boolean {
    const fresh = !this.said.has(line);
    this.said.add(line);
    return fresh;
  }
}

function withoutBreaks(text: string, [start, end]: Span): Span[] {
  const pieces: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\n\r]+/g)) {
    const raw = match[0];
    const from = start + match.index + (raw.length - raw.trimStart().length);
    const to = start + match.index + raw.trimEnd().length;
    if (to > from) pieces.push([from, to]);
  }
  return pieces;
}

/** What brat needs to show the files: every label that may stand in them. */
const configuration = (types: readonly string[]): string => `[entities]
Actor
Place
Claim
Count

[relations]
About	Arg1:Claim, Arg2:<ANY>
Source	Arg1:Claim, Arg2:Actor
Via	Arg1:Claim, Arg2:Actor
Figure	Arg1:Claim, Arg2:Count

[events]
${types.map((type) => `${type}\tAgent*:Actor, Target*:Actor, Place?:Place`).join("\n")}

[attributes]
Act	Arg:Claim, Value:state|confirm|deny|doubt|accuse|suspect|claim-responsibility|threaten|demand|promise|predict
Negative	Arg:Claim
Certainty	Arg:Claim, Value:probable|possible|unknown
Modality	Arg:Claim, Value:future|conditional|hypothetical
Stage	Arg:<EVENT>, Value:attempted|threatened
Harm	Arg:Count, Value:killed|wounded|captured|missing|displaced|arrested|killed-or-wounded
`;
