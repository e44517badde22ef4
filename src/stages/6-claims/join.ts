import type { Evidence } from "../../core/finding.ts";
import type { BareClaim, Toll } from "../../core/layers.ts";
import type { Count } from "../../core/ledger.ts";
import { inOrder } from "../../core/span.ts";
import type { Standing } from "./standing.ts";

/** What one stretch of text says of an event: a mention of it, or a figure. */
export interface Statement {
  readonly event: string;
  readonly standing: Standing;
  readonly evidence: readonly Evidence[];
  readonly toll: Toll | null;
  readonly at: number;
}

const held = ({ act, polarity, certainty, modality }: Standing): string => [act, polarity, certainty, modality].join();
const voice = (statement: Statement): string =>
  [statement.event, statement.standing.source, ...statement.standing.via].join();

/** Statements of one voice about one event, held in one way, become one claim, in the order of the text. */
export function join(statements: readonly Statement[]): BareClaim[] {
  const ordered = [...statements].sort((a, b) => a.at - b.at);
  const groups = new Map<string, Statement[]>();
  const add = (key: string, statement: Statement): void => {
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  };
  for (const statement of ordered) {
    if (statement.toll === null) add(`${voice(statement)}|${held(statement.standing)}`, statement);
  }
  for (const statement of ordered) if (statement.toll !== null) add(tollKey(statement, groups), statement);

  return [...groups.values()]
    .sort((a, b) => a[0]!.at - b[0]!.at)
    .map((group, i) => {
      const { event, standing: s } = group[0]!;
      const counts = group.flatMap(({ toll }) => (toll ? [countOf(toll)] : []));
      return {
        id: `c${i + 1}`,
        event,
        source: s.source,
        via: s.via,
        act: s.act,
        polarity: s.polarity,
        certainty: s.certainty,
        modality: s.modality,
        counts: distinct(counts),
        evidence: distinct(group.flatMap(({ evidence }) => evidence)).sort((a, b) => inOrder(a.span, b.span)),
      };
    });
}

/**
 * A figure belongs to the claim its source makes of the event: "claimed the attack and put the losses at 35 dead" is one claim of
 * responsibility. A figure merely said joins the nearest claim of the same voice that is held as firmly.
 */
function tollKey(statement: Statement, groups: ReadonlyMap<string, readonly Statement[]>): string {
  const own = `${voice(statement)}|${held(statement.standing)}`;
  if (groups.has(own) || statement.standing.act !== "state") return own;
  let best = own;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [key, group] of groups) {
    const first = group[0]!;
    if (voice(first) !== voice(statement)) continue;
    const { polarity, certainty, modality } = first.standing;
    if (polarity !== statement.standing.polarity) continue;
    if (certainty !== statement.standing.certainty || modality !== statement.standing.modality) continue;
    const distance = Math.min(...group.map((other) => Math.abs(other.at - statement.at)));
    if (distance < nearest) {
      nearest = distance;
      best = key;
    }
  }
  return best;
}

function countOf({ span, value }: Toll): Count {
  const { harm, who, whoText, low, high, bound, role } = value;
  return { harm, who, whoText, low, high, bound, span, ...(role && { role }) };
}

function distinct<T>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
}
