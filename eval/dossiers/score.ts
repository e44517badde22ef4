import type { Dossier } from "../../src/core/dossier.ts";
import type { Ledger } from "../../src/core/ledger.ts";
import type { GoldReport } from "../claimbank/gold.ts";
import { normalise, words } from "../claimbank/names.ts";
import type { WorldEvent } from "./gold.ts";

/** A report read: the gold, the ledger, and which of its events is which gold event. */
export interface ReadReport {
  readonly gold: GoldReport;
  readonly ledger: Ledger;
  readonly pairs: ReadonlyMap<string, string>;
}

export interface DossierScores {
  readonly b3: { readonly p: number; readonly r: number };
  readonly origins: { readonly right: number; readonly of: number };
  readonly cells: { readonly right: number; readonly predicted: number; readonly gold: number };
  /** What went wrong, for reading. */
  readonly errors: readonly string[];
}

/** The three figures of `contract/dossier.md`. */
export function scoreDossiers(
  reports: readonly ReadReport[],
  dossiers: readonly Dossier[],
  world: readonly WorldEvent[],
): DossierScores {
  const errors: string[] = [];
  const dossierOf = new Map(dossiers.flatMap((d) => d.members.map((m) => [`${m.report}/${m.event}`, d] as const)));
  const items = reports.flatMap(({ gold, ledger, pairs }) =>
    gold.events
      .filter((event) => event.world_event !== null)
      .map((event) => {
        const mine = pairs.get(event.id);
        const dossier = mine === undefined ? undefined : dossierOf.get(`${ledger.report.id}/${mine}`);
        return { file: gold.file, event: event.id, world: event.world_event!, dossier };
      }),
  );
  const b3 = bCubed(items);
  const origins = { right: 0, of: 0 };
  const cells = { right: 0, predicted: 0, gold: 0 };
  for (const event of world) {
    const mine = items.filter((item) => item.world === event.id);
    const dossier = mostHeld(mine.map((item) => item.dossier).filter((d) => d !== undefined));
    if (event.reports.length >= 2) {
      origins.of++;
      if (dossier?.independent === event.independent_origins) origins.right++;
      else {
        const got = dossier?.origins.filter((o) => o.standing === "origin").map((o) => o.actor) ?? [];
        errors.push(
          `origins ${event.id}: ${dossier?.independent ?? "no dossier"} for ${event.independent_origins}: [${got.join("; ")}] for [${Object.keys(event.origins).join("; ")}]`,
        );
      }
    }
    scoreCells(event, dossier, reports, cells, errors);
  }
  return { b3, origins, cells, errors };
}

interface Item {
  readonly file: string;
  readonly event: string;
  readonly world: string;
  readonly dossier: Dossier | undefined;
}

/** B-cubed over gold events; one without a counterpart is alone. */
function bCubed(items: readonly Item[]): { p: number; r: number } {
  let p = 0;
  let r = 0;
  for (const item of items) {
    const same = items.filter((other) => other.world === item.world);
    const held = item.dossier === undefined ? [item] : items.filter((other) => other.dossier === item.dossier);
    const both = held.filter((other) => other.world === item.world).length;
    p += both / held.length;
    r += both / same.length;
  }
  return { p: items.length === 0 ? 0 : p / items.length, r: items.length === 0 ? 0 : r / items.length };
}

function mostHeld(dossiers: readonly Dossier[]): Dossier | undefined {
  const times = new Map<Dossier, number>();
  for (const dossier of dossiers) times.set(dossier, (times.get(dossier) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Tuples (source by alias, harm, low, high, polarity), each once on both sides. */
function scoreCells(
  event: WorldEvent,
  dossier: Dossier | undefined,
  reports: readonly ReadReport[],
  tally: { right: number; predicted: number; gold: number },
  errors: string[],
): void {
  const byFile = new Map(reports.map((r) => [r.gold.file, r.gold]));
  const wanted = new Map<string, { names: Set<string>; figure: string; source: string }>();
  for (const version of event.versions) {
    const names = new Set([normalise(version.source)]);
    for (const { said_by, file } of version.versions) {
      names.add(normalise(said_by));
      for (const alias of byFile.get(file)?.aliases[said_by] ?? []) names.add(normalise(alias));
    }
    for (const { counts, polarity } of version.versions) {
      for (const { harm, low, high } of counts) {
        const figure = `${harm} ${low}-${high} ${polarity}`;
        wanted.set(`${version.source} ${figure}`, { names, figure, source: version.source });
      }
    }
  }
  const found = new Map<string, { names: Set<string>; figure: string; source: string }>();
  for (const row of dossier?.matrix ?? []) {
    for (const cell of row.cells) {
      if (cell.value?.kind !== "toll") continue;
      const origin = dossier!.origins.find((o) => o.key === cell.origin)!;
      const { low, high } = cell.value;
      const figure = `${row.field.split(":", 1)[0]} ${low}-${high} ${cell.polarity}`;
      const names = new Set([origin.actor, ...origin.aliases].map(normalise));
      found.set(`${origin.key} ${figure}`, { names, figure, source: origin.actor });
    }
  }
  tally.gold += wanted.size;
  tally.predicted += found.size;
  const left = [...found.values()];
  for (const want of wanted.values()) {
    const at = left.findIndex((have) => have.figure === want.figure && sameSource(want.names, have.names));
    if (at >= 0) {
      left.splice(at, 1);
      tally.right++;
    } else errors.push(`cells ${event.id}: missed ${want.source} ${want.figure}`);
  }
  for (const have of left) errors.push(`cells ${event.id}: extra ${have.source} ${have.figure}`);
}

/** By a form in common, or by names that are one another with few words left out. */
function sameSource(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const form of a) if (form !== "" && b.has(form)) return true;
  return [...a].some((x) => [...b].some((y) => nearly(words(x), words(y))));
}

function nearly(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  const common = [...a].filter((word) => b.has(word)).length;
  return common === Math.min(a.size, b.size) && common / new Set([...a, ...b]).size >= 0.5;
}
