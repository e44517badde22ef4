import { identity, type Known } from "../../src/lexicon/actor-index.ts";
import type { ActorRow } from "../../src/lexicon/actors.ts";
import { foldName, soundWord } from "../../src/lexicon/fold.ts";
import type { LexiconData } from "../../src/lexicon/index.ts";

/** What is wrong with the actor registry, a line a fault; [] where nothing is. */
export function actorFaults(lexicon: LexiconData): string[] {
  const faults: string[] = [];
  const rows = new Map<string, ActorRow>();
  const states = new Set(lexicon.states.map((state) => state.code));
  const bodies = new Set(lexicon.stateBodies.map((body) => body.id));
  for (const row of lexicon.actors) {
    if (rows.has(row.id)) faults.push(`${row.id}: the id stands twice`);
    rows.set(row.id, row);
    for (const code of row.countries) if (!states.has(code)) faults.push(`${row.id}: no country ${code}`);
  }
  for (const row of lexicon.actors) {
    const [code, body] = (row.parent ?? "").split("/");
    const known =
      body === undefined ? row.parent === undefined || rows.has(row.parent) : states.has(code!) && bodies.has(body);
    if (!known) faults.push(`${row.id}: no parent ${row.parent}`);
    const [state, of] = (row.party ?? "").split("/");
    const side =
      of === undefined ? row.party === undefined || rows.has(row.party) : states.has(state!) && bodies.has(of);
    if (!side) faults.push(`${row.id}: no party ${row.party}`);
    for (let up = row.parent, steps = 0; up !== undefined; up = rows.get(up)?.parent) {
      if (up !== row.id && steps++ < 10) continue;
      faults.push(`${row.id}: is its own parent`);
      break;
    }
  }
  for (const state of lexicon.states) {
    for (const id of [...Object.keys(state.bodies), ...Object.keys(state.epithets)]) {
      if (!bodies.has(id)) faults.push(`${state.code}: no state body ${id}`);
    }
  }
  for (const [key, known] of namesOf(lexicon)) {
    const ids = new Map(known.map((k) => [identity(k), k]));
    const rival = [...ids.values()];
    for (let i = 0; i < rival.length; i++) {
      for (let j = i + 1; j < rival.length; j++) {
        const a = rival[i]!;
        const b = rival[j]!;
        if (sameCountry(a, b) && sameYears(a, b)) faults.push(`"${key}" names both ${identity(a)} and ${identity(b)}`);
      }
    }
    for (const k of known) {
      if (known.filter((other) => identity(other) === identity(k) && other.form === k.form).length > 1) {
        faults.push(`${identity(k)}: "${k.form}" stands twice`);
      }
    }
  }
  return [...new Set(faults)];
}

/** Names that sound like a name of somebody else: never matched by sound. Not a fault; a count to keep an eye on. */
export function soundAlikes(lexicon: LexiconData): string[] {
  const heard = new Map<string, Set<string>>();
  for (const [key, known] of namesOf(lexicon)) {
    const sound = key.split(" ").map(soundWord).join(" ");
    const ids = heard.get(sound) ?? new Set();
    for (const k of known) ids.add(identity(k));
    heard.set(sound, ids);
  }
  return [...heard].filter(([, ids]) => ids.size > 1).map(([sound, ids]) => `${sound}: ${[...ids].join(", ")}`);
}

function namesOf(lexicon: LexiconData): Map<string, Known[]> {
  const names = new Map<string, Known[]>();
  const add = (known: Known) => {
    const key = foldName(known.form).join(" ");
    names.set(key, [...(names.get(key) ?? []), known]);
  };
  const bodyOf = new Map(lexicon.stateBodies.map((body) => [body.id, body]));
  for (const row of lexicon.actors) {
    for (const form of [row.name, ...row.names]) add({ is: "row", row, epithet: false, form });
    for (const form of row.epithets) add({ is: "row", row, epithet: true, form });
  }
  for (const country of lexicon.states) {
    for (const [id, forms] of Object.entries(country.bodies)) {
      const body = bodyOf.get(id);
      if (body !== undefined) for (const form of forms) add({ is: "state", country, body, epithet: false, form });
    }
  }
  return names;
}

const countriesOf = (known: Known): readonly string[] =>
  known.is === "state" ? [known.country.code] : known.row.countries;
const sameCountry = (a: Known, b: Known): boolean => {
  const of = countriesOf(a);
  const other = countriesOf(b);
  return of.length === 0 || other.length === 0 || of.some((code) => other.includes(code));
};
/** Two actors of one name and country are told apart where their years do not meet. */
function sameYears(a: Known, b: Known): boolean {
  const [from, until] = yearsOf(a);
  const [start, end] = yearsOf(b);
  return from <= end && start <= until;
}
function yearsOf(known: Known): [number, number] {
  const [from, until] = known.is === "state" ? [] : (known.row.active ?? "").split("-");
  return [Number(from || 0), Number(until || 9999)];
}
