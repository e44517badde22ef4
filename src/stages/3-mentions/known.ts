import type { ActorKind } from "../../core/ledger.ts";
import type { Known } from "../../lexicon/actor-index.ts";
import type { ActorRow, StateBodyRow, StateRow } from "../../lexicon/actors.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, meet } from "./beings.ts";
import { homeOf } from "./home.ts";
import { blank, type Scene } from "./scene.ts";
import type { Unit } from "./units.ts";

/** A body of a state: "AFG/police". The same for all words that name it. */
export function stateBeing(scene: Scene, country: StateRow, body: StateBodyRow): Being {
  return meet(scene.company, `${country.code}/${body.id}`, () => {
    return blank(bodyName(country, body), {
      entry: `${country.code}/${body.id}`,
      kind: body.kind,
      country: country.code,
      named: true,
    });
  });
}

/** The state whose body a bare word means ("the army"): that of the country the report is about; null where two are at it. */
export function homeState(scene: Scene, bodyId: string): StateRow | null {
  const code = homeOf(scene.weights, (c) => !scene.index.countryOf.get(c)?.lacks.includes(bodyId));
  return code === null ? null : (scene.index.countryOf.get(code) ?? null);
}

export const bodyRow = (scene: Scene, id: string): StateBodyRow => scene.index.bodyOf.get(id)!;

/** The registry id of whom a name stands for: its row, or state and body. */
export const entryOf = (known: Known): string =>
  known.is === "state" ? `${known.country.code}/${known.body.id}` : known.row.id;

/** How a name of the registry is told in a notice. */
export const nameOfKnown = (known: Known): string =>
  known.is === "state"
    ? bodyName(known.country, known.body)
    : known.is === "row"
      ? known.row.name
      : known.office.holder;

const bodyName = (country: StateRow, body: StateBodyRow): string =>
  body.named.replace("{adjective}", country.adjectives[0] ?? country.name).replace("{country}", country.name);

/** The row it is a wing of, or the state body it is a unit of ("IRQ/armed-forces"). */
function parentOf(scene: Scene, row: ActorRow): Being | null {
  if (row.parent === undefined) return null;
  const [code, body] = row.parent.split("/");
  if (body !== undefined) return stateBeing(scene, scene.index.countryOf.get(code!)!, bodyRow(scene, body));
  const parent = scene.index.rowOf.get(row.parent)!;
  return knownBeing(scene, { is: "row", row: parent, epithet: false, form: parent.name });
}

/** Who a name of the registry is. */
export function knownBeing(scene: Scene, known: Known): Being {
  if (known.is === "state") return stateBeing(scene, known.country, known.body);
  const { row } = known;
  const body = meet(scene.company, row.id, () => {
    return blank(row.name, {
      entry: row.id,
      kind: row.kind,
      country: row.countries[0] ?? null,
      memberOf: parentOf(scene, row),
      number: row.kind === "person" ? "one" : "body",
      named: true,
    });
  });
  if (known.is === "row") {
    for (const noun of nounsOfName(scene, `${row.name} ${row.names.join(" ")}`)) body.nouns.add(noun);
    return body;
  }
  return meet(scene.company, `person:${foldName(known.office.holder).join(" ")}`, () =>
    blank(known.office.holder, {
      kind: "person",
      country: row.countries[0] ?? null,
      memberOf: body,
      number: "one",
      named: true,
    }),
  );
}

/** Nouns inside a name by which it is taken up again: "the Observatory", "the ministry". */
export function nounsOfName(scene: Scene, name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => scene.index.nouns.root.next.get(word)?.values);
}

/** The kind that all actors of an ambiguous name share. */
export function describedKind(what: Unit["what"]): ActorKind {
  if (what.is !== "known") return "unknown";
  const kinds = new Set(what.known.map((k) => (k.is === "state" ? k.body.kind : k.row.kind)));
  return kinds.size === 1 ? [...kinds][0]! : "unknown";
}
