import type { Field } from "../../../src/index.ts";

const FIELDS: Readonly<Record<string, string>> = {
  what: "What",
  agent: "By whom",
  target: "Against whom",
  place: "Where",
  time: "When",
  cause: "Cause",
};
export function fieldWords(field: Field): { readonly name: string; readonly of: string } {
  const [harm, who] = field.split(":") as [string, string?];
  return { name: FIELDS[harm] ?? harm.charAt(0).toUpperCase() + harm.slice(1).replaceAll("-", " "), of: who ?? "" };
}

/** "Killed, civilians". */
export const fieldTitle = (field: Field): string => {
  const { name, of } = fieldWords(field);
  return of === "" ? name : `${name}, ${of}`;
};
