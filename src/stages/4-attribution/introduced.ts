import type { Notice } from "../../core/finding.ts";
import { introductions } from "../../core/introduction.ts";
import { rangeSpan } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import type { Statement } from "./statement.ts";
import { actorOf } from "./who.ts";

/**
 * "The General Staff announces: ¶ Our units …", "issued the following statement: ¶ '…'": what a report reads out is said by whoever it gives the
 * floor to. Where no quotation marks show how far it goes, a notice says what was taken for it.
 */
export function readIntroduced(
  ctx: Context,
  taken: readonly Statement[],
): { statements: Statement[]; notices: Notice[] } {
  const { s, words } = ctx;
  const verbs = new Set(
    [...words.cues].flatMap(([lemma, rows]) =>
      rows.some((row) => row.pos === "verb" && row.content.includes("quote")) ? [lemma] : [],
    ),
  );
  const statements: Statement[] = [];
  const notices: Notice[] = [];
  const { document: documents, firstPerson } = words.roles;
  for (const { cue, speakers, first, last } of introductions(s, { verbs, documents, firstPerson })) {
    if (taken.some(({ token, content }) => token === cue && content.length > 0)) continue;
    const content = [[s.sentenceStart[first]!, s.sentenceStart[last + 1]! - 1]] as const;
    const quoted = ctx.quoteOf[content[0][0]]! >= 0;
    statements.push({
      rule: "introduced",
      row: words.labels.get(":")!,
      cue: [cue, cue],
      token: cue,
      content,
      source: speakers.find((t) => actorOf(ctx, t) !== null) ?? speakers[0]!,
      relays: [],
      via: [],
      form: quoted ? "direct" : "indirect",
      negated: false,
      takesQuote: false,
    });
    if (!quoted) notices.push({ code: "N-ATTRIBUTION-05", message: READ_OUT, span: rangeSpan(s, ...content[0]) });
  }
  return { statements, notices };
}

const READ_OUT =
  "No quotation marks show how far the statement goes that is announced here. These paragraphs are taken for it.";
