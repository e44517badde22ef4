import type { Actor, LoadedTerm } from "../../core/ledger.ts";
import { neutralWords } from "../../core/neutral-words.ts";
import { contains, type Span } from "../../core/span.ts";

/**
 * "The puppets", "bandits of the regime": an actor that no registry row names is called by the report's own words, but never by its loaded
 * ones: they are read neutrally in the name and listed among the epithets. Who is called nothing else is `unnamed`. The mentions in the text
 * stay as they are.
 */
export function nameNeutrally(
  actors: readonly Actor[],
  loaded: readonly LoadedTerm[],
  text: string,
  unnamed: string,
): Actor[] {
  if (loaded.length === 0) return [...actors];
  const renamed = new Map<string, string>();
  const neutral = actors.map((actor) => {
    const inside = (span: Span) => loaded.filter((term) => contains(span, term.span));
    // "the soldiers of *the caliphate*": the loaded words reach beyond the name
    const around = (span: Span) => loaded.find((term) => contains(term.span, span) && !contains(span, term.span));
    const epithets = actor.mentions.filter((span) => inside(span).length > 0 || around(span) !== undefined);
    if (epithets.length === 0) return actor;
    const marked = distinct([...actor.epithets, ...epithets]);
    // "Terrorists" that open a sentence are called "terrorists"
    const words = actor.name.toLowerCase();
    const named = actor.mentions.find(([start, end]) => text.slice(start, end).toLowerCase().includes(words));
    const terms = named ? inside(named) : [];
    const wider = named ? around(named) : undefined;
    if (actor.entry !== null || (terms.length === 0 && !wider)) return { ...actor, epithets: marked };
    const clean = wider ? (wider.neutral ?? "") : neutralWords(actor.name, terms, text);
    const name = clean === "" ? unnamed : clean;
    if (name !== actor.name) renamed.set(actor.name, name);
    return { ...actor, name, epithets: marked };
  });
  // "the warlord said *his fighters*": called after him by his neutral name
  return neutral.map((actor) => {
    const owner = actor.entry === null ? [...renamed].find(([old]) => actor.name.startsWith(`${old}'`)) : undefined;
    return owner ? { ...actor, name: `${owner[1]}${actor.name.slice(owner[0].length)}` } : actor;
  });
}

const distinct = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map((span) => [span.join(), span])).values()].sort((a, b) => a[0] - b[0]);
