/** A line of a text without its surrounding white space; offsets into the clean text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** White space before it. */
  readonly indent: number;
  readonly text: string;
}

const SENTENCE_END = /[.!?…。؟]["'”’»)\]]*$/;
/** A full stop, colon and the like, whatever closes after it. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** A capital letter, digit or opening mark: a line that can begin a paragraph. */
export const startsAnew = (text: string): boolean => /^["'“‘«([]*[\p{Lu}\p{Lo}\p{N}]/u.test(text);
