import type { Fillable } from "./fills.ts";
import type { Message } from "./message.ts";

/** A person or group harmed: a name and what describes it, or a description alone. */
export interface Victim {
  readonly name: Fillable | null;
  readonly descriptions: readonly Fillable[];
  /** Name and descriptions. */
  readonly all: readonly Fillable[];
  /** What other slots refer to. */
  readonly ref: string;
}

/** Puts descriptions to the names they describe: "mayor JUAN PEREZ"; "JUAN PEREZ, mayor of the town". */
export function peopleOf(message: Message, names: readonly Fillable[], descriptions: readonly Fillable[]): Victim[] {
  const free = new Set(descriptions.filter((d) => !names.some((name) => name.text === d.text)));
  const named = names.map((name): Victim => {
    const own = [...free].filter((d) => describes(message, d, name));
    for (const d of own) free.delete(d);
    return { name, descriptions: own, all: [name, ...own], ref: name.text };
  });
  const unnamed = [...free].map((d): Victim => ({ name: null, descriptions: [d], all: [d], ref: d.text }));
  return [...named, ...unnamed];
}

function describes(message: Message, { nominal: d }: Fillable, { nominal: name }: Fillable): boolean {
  if (d.head === name.head || (d.actor !== null && d.actor === name.actor)) return true;
  const s = message.syntax;
  const appos = (a: number, b: number): boolean => s.head[a] === b && s.deprel[a] === "appos";
  return appos(d.head, name.head) || appos(name.head, d.head);
}
