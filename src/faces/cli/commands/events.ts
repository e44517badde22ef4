import type { Command } from "commander";
import type { Case, DossierQuery } from "../../../index.ts";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { showOverview } from "../show/overview.ts";
import type { Context } from "./index.ts";

export interface FilterFlags extends CaseFlags {
  readonly type?: string;
  readonly country?: string;
  readonly place?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly minReports?: string;
  readonly verdict?: "contradict" | "differ";
  readonly sort?: "time" | "reports" | "origins";
  readonly offset?: string;
  readonly limit?: string;
  readonly json?: true;
}

/** Filters that events and export share. */
export const filterOptions = (command: Command): Command =>
  command
    .option("--type <type>", 'node of the event tree, with its children: "violence/bombing"')
    .option("--country <code>", "ISO 3166-1 alpha-3: AFG")
    .option("--place <name>", "part of the place's name")
    .option("--actor <name>", "part of the name of an actor or source")
    .option("--from <date>", "on or after this day")
    .option("--until <date>", "on or before this day")
    .option("--words <words>", "in the title")
    .option("--min-reports <n>", "told by at least so many reports")
    .option("--verdict <verdict>", "contradict or differ")
    .option("--sort <by>", "reports, origins or time")
    .option("--offset <n>", "leave out the first n")
    .option("--limit <n>", "at most n");

export function queryOf(flags: FilterFlags): DossierQuery {
  const { type, country, place, actor, from, until, words, verdict, sort } = flags;
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const query = {
    type,
    country,
    place,
    actor: actor?.toLowerCase(),
    from,
    until,
    words,
    verdict,
    sort,
    minReports: number(flags.minReports),
    offset: number(flags.offset),
    limit: number(flags.limit),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

export function configure(command: Command, context: Context): void {
  filterOptions(caseOption(command))
    .description(
      "Lists dossiers: one real event each, with how many independent origins tell of it in how many reports. Those that most reports tell come first.",
    )
    .option("--json", "print as JSON")
    .action((flags: FilterFlags) =>
      withCase(flags, async (opened) => {
        const query: DossierQuery = { sort: "reports", ...queryOf(flags) };
        const { items, total } = await opened.dossiers(query);
        if (flags.json) return context.terminal.out(`${JSON.stringify({ items, total }, null, 2)}\n`);
        const overview = {
          rows: items,
          total,
          several: await totalOf(opened, { ...query, minReports: Math.max(2, query.minReports ?? 0) }),
          contradicted: query.verdict === "differ" ? 0 : await totalOf(opened, { ...query, verdict: "contradict" }),
          differing: query.verdict === "contradict" ? 0 : await totalOf(opened, { ...query, verdict: "differ" }),
          counts: await opened.counts(),
          byReports: query.sort === "reports",
          offset: query.offset ?? 0,
        };
        context.terminal.out(showOverview(overview, context.terminal));
      }),
    );
}

const totalOf = async (opened: Case, query: DossierQuery): Promise<number> =>
  (await opened.dossiers({ ...query, offset: 0, limit: 0 })).total;
