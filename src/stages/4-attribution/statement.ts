import type { AttributionForm } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import type { Ranges } from "./context.ts";

/** What a rule read at one cue, before quotations are joined and sources are looked up. */
export interface Statement {
  readonly rule: string;
  readonly row: CueRow;
  /** First and last token of the cue. */
  readonly cue: readonly [first: number, last: number];
  /** Token that the cue hangs by: the verb, the noun, the object of "according to". */
  readonly token: number;
  readonly content: Ranges;
  /** Head of the source's noun phrase; -1 where none is named. */
  readonly source: number;
  /** Heads of noun phrases that passed the words on. */
  readonly relays: readonly number[];
  /** Actor ids of relays read off the construction. */
  readonly via: readonly string[];
  readonly form: AttributionForm;
  /** "did not confirm", "could not say". */
  readonly negated: boolean;
  readonly takesQuote: boolean;
  /** Asked and not said: who asks asserts nothing. */
  readonly asked?: true;
  /** What a promise or demand takes for granted: told as what has been. */
  readonly granted?: true;
}

/** The statements of each sentence, by the sentence of their cue, as places in the list. */
export function bySentence(s: Syntax, statements: readonly Statement[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [i, { token }] of statements.entries()) {
    const known = found.get(s.sentence[token]!);
    if (known) known.push(i);
    else found.set(s.sentence[token]!, [i]);
  }
  return found;
}

/** A cue that came to nothing, and why. */
export interface Loss {
  readonly token: number;
  readonly row: CueRow;
  readonly reason: string;
}
