import type { Format } from "./format.ts";
import { csv } from "./table.ts";

export const CLAIM_COLUMNS = [
  "dossier", "title", "report", "outlet", "published", "url", "claim", "source", "via", "act", "polarity", "certainty", "modality",
  "type", "agent", "target", "place", "country", "latitude", "longitude", "start", "end", "harm", "whose", "low", "high", "bound",
  "origin", "camp", "party", "neutral", "quote", "span_start", "span_end", "review", "notes", "report_notes",
] as const; // biome-ignore format: as documented

/** One row a claim and figure, with everything that the matrix rests on. Nothing is picked, nothing added up. */
export const claimsCsv: Format = {
  name: "csv",
  title: "Claims, one row each and one for each figure",
  mediaType: "text/csv",
  extension: "csv",
  rule: null,
  write: ({ stories, redact }) => {
    const rows = stories.flatMap((story) => {
      const { dossier } = story;
      const reports = new Map(story.reports.map((r) => [r.id, r]));
      const origins = new Map(dossier.origins.map((o) => [o.key, o]));
      return story.claims.flatMap((claim) => {
        const report = reports.get(claim.report)!;
        const origin = origins.get(claim.origin);
        const base = {
          dossier: dossier.id,
          title: redact.words(dossier.title),
          report: claim.report,
          outlet: report.outlet,
          published: report.published,
          url: report.url,
          claim: claim.id,
          source: redact.words(claim.source),
          via: redact.words(claim.via.join(" > ")),
          act: claim.act,
          polarity: claim.polarity,
          certainty: claim.certainty,
          modality: claim.modality,
          type: claim.type,
          agent: redact.words(story.agents.map((a) => a.name).join("; ")),
          target: redact.words(story.targets.map((t) => t.name).join("; ")),
          place: dossier.place?.name,
          country: dossier.place?.country,
          latitude: dossier.place?.latitude,
          longitude: dossier.place?.longitude,
          start: dossier.time?.start,
          end: dossier.time?.end,
          origin: redact.words(origin?.actor ?? ""),
          camp: origin?.camp,
          party: origin?.party ? "yes" : "no",
          neutral: redact.words(claim.neutral),
          quote: redact.words(claim.quote),
          span_start: claim.span[0],
          span_end: claim.span[1],
          review: claim.review ?? "",
          notes: redact.words(claim.notes.join(" | ")),
          report_notes: redact.words(report.notes.join(" | ")),
        };
        if (claim.counts.length === 0) return [base];
        return claim.counts.map((c) => ({
          ...base,
          harm: c.harm,
          whose: redact.words(c.who),
          low: c.low,
          high: c.high,
          bound: c.bound,
        }));
      });
    });
    return { files: [{ name: "claims.csv", text: csv(CLAIM_COLUMNS, rows) }], rows: rows.length };
  },
};
