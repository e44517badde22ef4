import { sufferer } from "../../../src/core/neutral-words.ts";
import type { Actor, Claim, Count, Ledger, Review } from "../../../src/index.ts";
import { Glyph } from "../../parts/Glyph.tsx";
import { figureWords, placeWords, precisionGlyph, precisionWords, timeWords, typeWords } from "../../parts/words.ts";

/** What a claim says, field by field, and what a coder has changed. */
export function Fields({
  ledger,
  actors,
  claim,
  review,
}: {
  ledger: Ledger;
  actors: ReadonlyMap<string, Actor>;
  claim: Claim;
  review: Review | undefined;
}) {
  const event = ledger.events.find((e) => e.id === claim.event);
  const place = ledger.places.find((p) => p.id === event?.place);
  const names = (ids: readonly string[]) => ids.map((id) => actors.get(id)?.name ?? id).join(", ");
  const most = Math.max(10, ...ledger.claims.flatMap((c) => c.counts.map((k) => k.high ?? k.low)));
  return (
    <dl className="kv">
      <dt>Act</dt>
      <dd>
        {[
          claim.act.replaceAll("-", " "),
          claim.polarity === "negative" ? "negative" : null,
          claim.certainty,
          claim.modality,
        ]
          .filter(Boolean)
          .join(" · ")}
      </dd>
      {event && (
        <>
          <dt>Event</dt>
          <dd>
            {typeWords(event.type)}, {event.stage} <span className="meta">{event.type}</span>
          </dd>
        </>
      )}
      {event && (
        <>
          <dt>{event.agent.length > 1 ? "By, in any account" : "By"}</dt>
          <dd dir="auto">{names(event.agent) || <span className="meta">not said</span>}</dd>
        </>
      )}
      {event && (
        <>
          <dt>Against</dt>
          <dd dir="auto">
            {[names(event.target), ...event.objects.map((o) => o.name)].filter(Boolean).join("; ") || (
              <span className="meta">not said</span>
            )}
          </dd>
        </>
      )}
      {event && (
        <>
          <dt>Place</dt>
          <dd>
            {place ? (
              <>
                <Glyph name={precisionGlyph(place.precision)} label={precisionWords(place.precision)} large />{" "}
                <bdi>{placeWords(place)}</bdi>{" "}
                <span className="meta">
                  {place.latitude === null ? "not placed on the map" : precisionWords(place.precision)}
                </span>
              </>
            ) : (
              <span className="meta">not said</span>
            )}
          </dd>
        </>
      )}
      {event && (
        <>
          <dt>Time</dt>
          <dd>
            {event.time ? (
              <>
                {timeWords(event.time)} {event.time.basis === "implied" && <span className="meta">worked out</span>}
              </>
            ) : (
              <span className="meta">not said, or not resolved</span>
            )}
          </dd>
        </>
      )}
      {claim.counts.map((count) => (
        <Toll
          key={`${count.harm}${count.span[0]}`}
          count={count}
          who={sufferer(count, ledger)}
          most={most}
          denied={claim.polarity === "negative"}
        />
      ))}
      {Object.entries(review?.before ?? {}).map(([field, value]) => (
        <FieldBefore key={field} field={field} value={value} />
      ))}
    </dl>
  );
}

const FieldBefore = ({ field, value }: { field: string; value: unknown }) => (
  <>
    <dt>Was</dt>
    <dd>
      <span className="was" dir="auto">
        {field}: {typeof value === "string" ? value : JSON.stringify(value)}
      </span>
    </dd>
  </>
);

/** A figure as a range on a scale that all claims of the report share. */
function Toll({ count, who, most, denied }: { count: Count; who: string; most: number; denied: boolean }) {
  const x = (n: number) => 4 + (92 * Math.min(n, most)) / most;
  const high = count.high ?? most;
  return (
    <>
      <dt>{count.harm.charAt(0).toUpperCase() + count.harm.slice(1)}</dt>
      <dd className="toll">
        <span>
          <b>
            {count.role === "part" ? "of them " : count.role === "earlier" ? "earlier " : ""}
            {denied ? "not " : ""}
            {figureWords(count)}
          </b>{" "}
          <span className="meta" dir="auto">
            {who}
          </span>
        </span>
        <svg viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden="true">
          <path d="M4 18H96M4 15v6M96 15v6" fill="none" stroke="var(--line-2)" vectorEffect="non-scaling-stroke" />
          <path
            d={`M${x(count.low)} 12H${Math.max(x(high), x(count.low) + 1)}`}
            stroke="currentColor"
            strokeWidth="5"
            strokeDasharray={count.high === null ? "3 2" : undefined}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </dd>
    </>
  );
}
