import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Actor, Claim, Count, Ledger, Review } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { campOf } from "../../parts/camps.ts";
import { Glyph } from "../../parts/Glyph.tsx";
import { Stance } from "../../parts/Marks.tsx";
import { Chain, Who } from "../../parts/Who.tsx";
import { figureWords, placeWords, precisionGlyph, precisionWords, timeWords, typeWords } from "../../parts/words.ts";

export interface Actions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
  readonly respan: () => void;
  readonly mentions: () => void;
}

interface Props {
  readonly ledger: Ledger;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly claim: Claim;
  readonly number: number;
  readonly review: Review | undefined;
  readonly doubts: readonly string[];
  readonly chosen: boolean;
  readonly why: boolean;
  readonly actions: Actions;
  readonly onChoose: () => void;
  readonly onWhy: (open: boolean) => void;
}

/** One claim: who says it through whom, what, where, when, with which toll; and what a coder does with it. */
export function Card(props: Props) {
  const { ledger, actors, claim, number, review, doubts, chosen, actions, onChoose } = props;
  const source = actors.get(claim.source);
  const state = review?.state ?? (doubts.length > 0 ? "doubtful" : "to review");
  return (
    <article id={`card-${claim.id}`} className={chosen ? "card on" : "card"} aria-label={`Claim ${number}`}>
      <div className="hd">
        <span className="no">{number}</span>
        <Who name={source?.name ?? claim.source} camp={campOf(source?.kind ?? "unknown")} />
        <span className="meta">{state}</span>
      </div>
      {chosen ? (
        <p className="neutral" dir="auto">
          {claim.neutral}
        </p>
      ) : (
        <button type="button" className="plain neutral" dir="auto" onClick={onChoose}>
          {claim.neutral}
        </button>
      )}
      <Chain source={claim.source} via={claim.via} actors={actors} />
      {chosen && (
        <>
          <Fields ledger={ledger} actors={actors} claim={claim} review={review} />
          {doubts.map((doubt) => (
            <p key={doubt} className="doubtflag">
              <Stance stance="doubts" />
              {doubt}
            </p>
          ))}
          <p className="litkey meta">
            <span className="a">
              <span>boxed</span> speaker
            </span>
            <span className="b">
              <span>strong</span> cue, figure, place, time
            </span>
            <span>
              <span>pale</span> what is said
            </span>
          </p>
          <div className="acts">
            <button type="button" className="btn pri" onClick={actions.accept}>
              Accept <kbd>a</kbd>
            </button>
            <button type="button" className="btn" onClick={actions.reject}>
              Reject <kbd>r</kbd>
            </button>
            <button type="button" className="btn" onClick={actions.edit}>
              Edit <kbd>e</kbd>
            </button>
            <button type="button" className="btn" onClick={actions.respan}>
              Re-span <kbd>s</kbd>
            </button>
            <button type="button" className="btn" onClick={actions.mentions}>
              All mentions <kbd>m</kbd>
            </button>
          </div>
          <Why {...props} />
        </>
      )}
    </article>
  );
}

function Fields({
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
          <dt>By</dt>
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
                {placeWords(place)}{" "}
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
          who={count.who ? (actors.get(count.who)?.name ?? count.whoText) : count.whoText}
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
      <span className="was">
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

function Why({ ledger, claim, why, onWhy }: Props) {
  const rules = useQuery({
    queryKey: ["explain", ledger.report.id, claim.id],
    queryFn: () => api.explain(ledger.report.id, claim.id),
    enabled: why,
  });
  return (
    <details className="why" open={why} onToggle={(event) => onWhy(event.currentTarget.open)}>
      <summary>
        Why? <kbd>w</kbd>
      </summary>
      <ol>
        {(rules.data ?? []).map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never move
          <li key={i}>
            <span>
              {step.what} <q dir="auto">{step.words}</q>
            </span>
            <code>
              {step.rule}
              {step.entry ? ` › ${step.entry}` : ""}
            </code>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Shown by `useState` owners that need a field to type in. */
export function ReasonField({
  label,
  onDone,
  onCancel,
}: {
  label: string;
  onDone: (reason: string) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(reason);
      }}
    >
      <label className="fld">
        {label}
        <input
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onCancel()}
        />
      </label>
      <div className="row tight">
        <button type="submit" className="btn pri">
          Save <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
