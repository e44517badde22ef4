import type { Format } from "./format.ts";
import { days, figureWords, outlets } from "./words.ts";

/** RFC 7946: a feature a dossier; one without coordinates keeps a null geometry, so that none is lost. */
export const geojson: Format = {
  name: "geojson",
  title: "GeoJSON, one feature a dossier",
  mediaType: "application/geo+json",
  extension: "geojson",
  rule: null,
  write: ({ stories, redact }) => {
    const features = stories.map((story) => {
      const { dossier } = story;
      const { place } = dossier;
      const located = place !== null && place.latitude !== null && place.longitude !== null;
      const day = days(story);
      return {
        type: "Feature",
        id: dossier.id,
        geometry: located ? { type: "Point", coordinates: [round(place.longitude!), round(place.latitude!)] } : null,
        properties: {
          title: redact.words(dossier.title),
          type: dossier.type,
          start: day?.start ?? null,
          end: day?.end ?? null,
          place: place?.name ?? null,
          country: place?.country ?? null,
          // UCDP where_prec: how far the point can be trusted.
          precision: place?.precision ?? null,
          agent: story.agents.map((a) => redact.words(a.name)),
          target: story.targets.map((t) => redact.words(t.name)),
          independentOrigins: dossier.independent,
          figures: story.figures.map((f) => redact.words(figureWords(f))),
          outlets: outlets(story),
          verdicts: Object.fromEntries(
            dossier.matrix.filter((r) => r.verdict !== "silent").map((r) => [redact.words(r.field), r.verdict]),
          ),
        },
      };
    });
    const text = `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;
    return { files: [{ name: "dossiers.geojson", text }], rows: features.length };
  },
};

/** Seven decimals are a centimetre; a gazetteer knows less. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
