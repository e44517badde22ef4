import { Problem } from "../../core/problem.ts";

/** Every way in which an input can be no report. Codes are stable; exit codes of the command line hang on them. */

/** Largest input that is read, in bytes (or UTF-16 units of a string). */
export const MAX_SIZE = 8 * 1024 * 1024;
/** Longest text that is read as one report, in UTF-16 units: about 160,000 words, a book. */
export const MAX_TEXT = 1_000_000;
/** Deepest nesting of elements that is followed; browsers stop at 512, articles stay below 60. */
export const MAX_DEPTH = 256;
/** Longest time in milliseconds that extraction of one page may take. */
export const TIME_LIMIT = 7_000;

const megabytes = (size: number): string => `${(size / 1024 / 1024).toFixed(size < 10 * 1024 * 1024 ? 1 : 0)} MB`;

export const problems = {
  empty: (name: string) =>
    new Problem("E-DOCUMENT-01", `${name} is empty.`, "Give a file that holds the text of a report."),

  binary: (name: string, what: string) =>
    new Problem(
      "E-DOCUMENT-02",
      `${name} is ${what}, not text.`,
      "Give the report as .txt or .html; `hearsay add` also takes .pdf, .docx and .eml.",
    ),

  tooLarge: (name: string, size: number) =>
    new Problem(
      "E-DOCUMENT-03",
      `${name} has ${megabytes(size)}; one report may have ${megabytes(MAX_SIZE)}.`,
      "Split it into single reports, one a file.",
    ),

  tooLong: (name: string, length: number) =>
    new Problem(
      "E-DOCUMENT-03",
      `${name} holds ${length.toLocaleString("en")} characters of text; one report may have ${MAX_TEXT.toLocaleString("en")}.`,
      "Split it into single reports, one a file.",
    ),

  tooDeep: (name: string) =>
    new Problem(
      "E-DOCUMENT-04",
      `${name} nests more than ${MAX_DEPTH} elements in one another, which no article does.`,
      "Save the article's text as .txt and read that.",
    ),

  tooSlow: (name: string) =>
    new Problem(
      "E-DOCUMENT-05",
      `Finding the article in ${name} took more than ${TIME_LIMIT / 1000} s or too much memory and was stopped.`,
      "Save the article's text as .txt and read that.",
    ),

  noArticle: (name: string) =>
    new Problem(
      "E-DOCUMENT-06",
      `${name} is a page without an article: nothing but navigation, links or empty blocks.`,
      "Give the page of one report, or save its text as .txt.",
    ),

  noDate: (value: string) =>
    new Problem(
      "E-DOCUMENT-07",
      `"${value}" is not a date.`,
      'Write the day of publication as year-month-day, for example "2026-03-03".',
    ),

  brokenPage: (name: string, why: string) =>
    new Problem(
      "E-DOCUMENT-09",
      `Finding the article in ${name} failed (${why}).`,
      "Save the article's text as .txt and read that, and please report the page.",
    ),

  frontMatter: (name: string, why: string) =>
    new Problem(
      "E-DOCUMENT-08",
      `The front matter of ${name} cannot be read: ${why}.`,
      "Mend the lines between the two --- lines, or take them out.",
    ),
} as const;
