import type { Notice } from "../../../core/finding.ts";
import type { Gazetteer, GazetteerPlace } from "../../../core/gazetteer.ts";
import type { Place } from "../../../core/ledger.ts";
import type { Span } from "../../../core/span.ts";
import { plainKey } from "../../../lexicon/place-key.ts";
import type { Found } from "./found.ts";
import { travel } from "./sphere.ts";

const AROUND = 25_000; // metres: UCDP where_prec 2 is "within about 25 km"

/** Places of the report with ids, what each name refers to, and what stayed open. */
export function register(found: readonly Found[], gazetteer: Gazetteer) {
  const places: (Place & { mentions: Span[] })[] = [];
  const byKey = new Map<string, Place & { mentions: Span[] }>();
  const placeOf = new Map<Found, string>();
  const notices: Notice[] = [];
  for (const hit of found) {
    const draft = placeOfHit(hit, found, gazetteer);
    const key = [draft.entry ?? plainKey(draft.name), draft.latitude, draft.longitude, draft.precision].join("|");
    let place = byKey.get(key);
    if (!place) {
      place = { id: `p${places.length + 1}`, ...draft, mentions: [] };
      places.push(place);
      byKey.set(key, place);
      // A name inside another name is no place of the report, so it leaves nothing open.
      if (hit.doubt && hit.use !== "part") notices.push(notice(hit, draft));
    }
    place.mentions.push(hit.span);
    placeOf.set(hit, place.id);
  }
  return { places, placeOf, notices };
}

type PlaceDraft = Omit<Place, "id" | "mentions">;

function placeOfHit(hit: Found, found: readonly Found[], gazetteer: Gazetteer): PlaceDraft {
  const { chosen } = hit;
  if (chosen === null) return unresolved(hit, found, gazetteer);
  const base = {
    name: chosen.name,
    entry: chosen.entry,
    country: chosen.country,
    admin1: chosen.admin1,
    latitude: chosen.latitude,
    longitude: chosen.longitude,
    precision: chosen.precision,
  };
  if (hit.offset) {
    const { metres, bearing } = hit.offset;
    const point = bearing === null ? chosen : travel(chosen, metres, bearing);
    const precision = metres <= AROUND || bearing !== null ? 2 : 5;
    return { ...base, entry: null, latitude: point.latitude, longitude: point.longitude, precision };
  }
  return hit.near && chosen.precision === 1 ? { ...base, precision: 2 } : base;
}

/** Not in the tables: at what holds it, as precise as that is, or nowhere. */
function unresolved(hit: Found, found: readonly Found[], gazetteer: Gazetteer): PlaceDraft {
  const holder = hit.holder >= 0 ? found[hit.holder]!.chosen : null;
  const name = hit.longer ?? hit.name;
  if (holder && holder.kind !== "country" && holder.kind !== "region" && holder.kind !== "water") {
    const { country, admin1, latitude, longitude } = holder;
    return { name, entry: null, country, admin1, latitude, longitude, precision: precisionIn(holder) };
  }
  const country = holder?.country ?? hit.stated;
  const known = country === null || gazetteer.countryName(country) === null ? null : country;
  return { name, entry: null, country: known, admin1: null, latitude: null, longitude: null, precision: 6 };
}

function precisionIn(holder: GazetteerPlace): Place["precision"] {
  if (holder.kind === "admin1") return 4;
  return holder.kind === "admin2" ? 3 : 2;
}

function notice(hit: Found, draft: PlaceDraft): Notice {
  const where =
    draft.latitude === null ? "It has no coordinates." : "It is put at the place that the text says holds it.";
  return { code: "N-PLACE-01", message: `"${hit.name}": ${hit.doubt}. ${where}`, span: hit.span };
}
