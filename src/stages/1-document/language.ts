import type { Notice } from "../../core/finding.ts";

export interface LanguageReading {
  /** BCP 47; "und" where the text is too short to tell. */
  readonly language: string;
  readonly notices: readonly Notice[];
}

/** Letters that a text must have before its language is judged: detectors fail on headlines. */
const ENOUGH = 60;
const SAMPLE = 4_000;
const SUPPORTED = "en";
/** Shares of the detector's weight, 0 to 1, measured on 460 English reports and on lines in 15 other languages. */
const QUICK_ENGLISH = 0.15;
const NAMED = 0.6;
const HARDLY_ENGLISH = 0.05;

type Guess = { readonly lang: string; readonly accuracy: number };

/** Names the language of a text, and says so plainly where Hearsay does not read it. */
export async function detectLanguage(text: string): Promise<LanguageReading> {
  // Detectors know lower case best, and wire copy may be all capitals.
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH) return { language: "und", notices: [] };
  const quick: readonly Guess[] = (await import("tinyld/light")).detectAll(sample);
  if (leads(quick, SUPPORTED) && quick[0]!.accuracy > QUICK_ENGLISH) return { language: SUPPORTED, notices: [] };
  // Loading the full tables costs 150 ms and 40 MB: only where there is a doubt.
  const full: readonly Guess[] = (await import("tinyld")).detectAll(sample);
  const best = full[0];
  if (best?.lang === SUPPORTED) return { language: SUPPORTED, notices: [] };
  if (best && best.accuracy >= NAMED && leads(full, best.lang))
    return { language: best.lang, notices: [named(best.lang)] };
  const english = full.find((guess) => guess.lang === SUPPORTED)?.accuracy ?? 0;
  return { language: "und", notices: english < HARDLY_ENGLISH ? [foreign] : [] };
}

/** Whether a language comes first, and by twice the weight of the second. */
const leads = (guesses: readonly Guess[], language: string): boolean =>
  guesses[0]?.lang === language && guesses[0].accuracy >= 2 * (guesses[1]?.accuracy ?? 0);

const ADVICE =
  "Hearsay reads English only: do not rely on what stands here. Translate the report and read the translation.";

function named(language: string): Notice {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  return { code: "N-DOCUMENT-04", message: `The text is in ${names.of(language) ?? language}. ${ADVICE}`, span: null };
}

const foreign: Notice = {
  code: "N-DOCUMENT-04",
  message: `The text does not seem to be in English; its language could not be told. ${ADVICE}`,
  span: null,
};
