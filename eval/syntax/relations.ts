/** F of one relation: a word counts where head and relation are right. */
export interface RelationScore {
  readonly f: number;
  readonly gold: number;
}

/** Subtypes that are worth a line of their own. */
const KEPT = new Set(["nsubj:pass", "obl:agent", "acl:relcl", "aux:pass", "nmod:poss"]);

export function relationName(deprel: string): string {
  return KEPT.has(deprel) ? deprel : bareRelation(deprel);
}

export const bareRelation = (deprel: string): string => deprel.split(":")[0]!;

export class RelationCounts {
  private readonly counts = new Map<string, { gold: number; found: number; right: number }>();

  add(gold: string, found: string, sameHead: boolean): void {
    this.of(gold).gold++;
    this.of(found).found++;
    if (gold === found && sameHead) this.of(gold).right++;
  }

  scores(): Map<string, RelationScore> {
    const rows = [...this.counts].sort((a, b) => b[1].gold - a[1].gold);
    return new Map(rows.map(([name, c]) => [name, { f: (200 * c.right) / (c.gold + c.found), gold: c.gold }]));
  }

  private of(name: string) {
    let row = this.counts.get(name);
    if (!row) {
      row = { gold: 0, found: 0, right: 0 };
      this.counts.set(name, row);
    }
    return row;
  }
}

export function printRelations(scores: ReadonlyMap<string, RelationScore>): void {
  console.log("relation        F    gold");
  for (const [name, score] of scores) {
    console.log(`${name.padEnd(12)}${score.f.toFixed(1).padStart(6)}${String(score.gold).padStart(7)}`);
  }
}
