/**
 * A mistake of the caller or an input that cannot be read. Doubt about a text is never a Problem: it is a notice on the ledger.
 *
 * `code` is stable (`E-DOCUMENT-02`), the message says what was wrong and where, `advice` what to do next.
 */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly code: string,
    readonly what: string,
    readonly advice: string,
  ) {
    super(`${code}: ${what} ${advice}`);
  }
}
