import type { Format } from "./format.ts";

const CONTEXT = 32;

/** UTF-16 offset -> code points before it, as the Web Annotation model counts characters. */
function codePointsAt(text: string): (offset: number) => number {
  // Only texts with characters beyond the first plane need the detour.
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  return (offset) => [...text.slice(0, offset)].length;
}

/**
 * W3C Web Annotations in JSON-LD: each claim is an annotation on the words of its report. PROV-O: it was quoted from the report and
 * attributed to its source; relays are quotations of quotations, nearest the source first.
 */
export const webannotation: Format = {
  name: "webannotation",
  title: "W3C Web Annotations with PROV-O",
  mediaType: "application/ld+json",
  extension: "jsonld",
  rule: null,
  write: ({ stories, ledgers, redact }) => {
    const annotations = stories.flatMap((story) =>
      story.claims.map((claim) => {
        const { text, url } = ledgers.get(claim.report)!.report;
        const toCodePoints = codePointsAt(text);
        const source = url ?? `urn:hearsay:report:${claim.report.slice(7)}`;
        const [start, end] = claim.span;
        const id = `urn:hearsay:${claim.report.slice(7)}:${claim.id}`;
        return {
          id,
          type: "Annotation",
          motivation: "describing",
          body: {
            type: ["TextualBody", "prov:Entity"],
            value: redact.words(claim.neutral),
            format: "text/plain",
            "hearsay:dossier": story.dossier.id,
            "hearsay:eventType": claim.type,
            "hearsay:act": claim.act,
            "hearsay:polarity": claim.polarity,
            "hearsay:certainty": claim.certainty,
            "hearsay:modality": claim.modality,
            "hearsay:counts": claim.counts.map(({ harm, who, low, high, bound }) => ({
              harm,
              who: redact.words(who),
              low,
              high,
              bound,
            })),
            "prov:wasAttributedTo": { type: "prov:Agent", name: redact.words(claim.source) },
            "prov:wasQuotedFrom": quotedFrom(
              claim.via.map((v) => redact.words(v)),
              source,
            ),
          },
          target: {
            source,
            selector: {
              type: "TextQuoteSelector",
              exact: redact.words(text.slice(start, end)),
              prefix: redact.words(text.slice(Math.max(0, start - CONTEXT), start)),
              suffix: redact.words(text.slice(end, end + CONTEXT)),
              refinedBy: { type: "TextPositionSelector", start: toCodePoints(start), end: toCodePoints(end) },
            },
          },
        };
      }),
    );
    const page = {
      "@context": [
        "http://www.w3.org/ns/anno.jsonld",
        { prov: "http://www.w3.org/ns/prov#", hearsay: "urn:hearsay:terms:", name: "http://xmlns.com/foaf/0.1/name" },
      ],
      id: "urn:hearsay:export",
      type: "AnnotationPage",
      partOf: { id: "urn:hearsay:claims", type: "AnnotationCollection", total: annotations.length },
      startIndex: 0,
      items: annotations,
    };
    return { files: [{ name: "claims.jsonld", text: `${JSON.stringify(page, null, 1)}\n` }], rows: annotations.length };
  },
};

interface Quoted {
  readonly id?: string;
  readonly type: string;
  readonly "prov:wasAttributedTo"?: { readonly type: string; readonly name: string };
  readonly "prov:wasQuotedFrom"?: Quoted;
}

/** [Amaq, SITE, the outlet] -> quoted from the report, which quotes SITE, which quotes Amaq. The outlet is the report itself. */
function quotedFrom(via: readonly string[], source: string): Quoted {
  let chain: Quoted | undefined;
  for (const relay of via.slice(0, -1)) {
    const attributed = { type: "prov:Entity", "prov:wasAttributedTo": { type: "prov:Agent", name: relay } };
    chain = chain === undefined ? attributed : { ...attributed, "prov:wasQuotedFrom": chain };
  }
  return chain === undefined
    ? { id: source, type: "prov:Entity" }
    : { id: source, type: "prov:Entity", "prov:wasQuotedFrom": chain };
}
