import type { Field, ReportView } from "../../../src/index.ts";

const FIELDS: Readonly<Record<string, string>> = {
  what: "What",
  agent: "By whom",
  target: "Against whom",
  place: "Where",
  time: "When",
  cause: "Cause",
};
/** Names of actors as the reports have them, by how a field holds them. */
export type Names = ReadonlyMap<string, string>;
const NONE: Names = new Map();

export const namesIn = (reports: ReadonlyMap<string, ReportView>): Names =>
  new Map([...reports.values()].flatMap(({ ledger }) => ledger.actors.map(({ name }) => [name.toLowerCase(), name])));

export function fieldWords(field: Field, names: Names = NONE): { readonly name: string; readonly of: string } {
  const [harm, who] = field.split(":") as [string, string?];
  return {
    name: FIELDS[harm] ?? harm.charAt(0).toUpperCase() + harm.slice(1).replaceAll("-", " "),
    of: who === undefined ? "" : (names.get(who) ?? who),
  };
}

/** "Killed, civilians". */
export const fieldTitle = (field: Field, names?: Names): string => {
  const { name, of } = fieldWords(field, names);
  return of === "" ? name : `${name}, ${of}`;
};
