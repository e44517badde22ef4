const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether two texts have the same words, whatever marks and spaces stand between them. */
export const sameWords = (a: string, b: string): boolean => letters(a) === letters(b);
