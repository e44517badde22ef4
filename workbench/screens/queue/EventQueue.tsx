import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { EventSummary } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { dateWords, typeWords } from "../../parts/words.ts";
import { Pairs } from "./Pairs.tsx";

/** Two tellings that may be of one event. */
export function EventQueue() {
  const queue = useQuery({ queryKey: ["queue"], queryFn: api.queue });
  return (
    <Pairs
      query={queue}
      question="Same event?"
      nothing="No pair of events is near enough to be one and far enough to be doubtful."
      keyOf={({ a, b }) => `${a.ref.report}${a.ref.event}${b.ref.report}${b.ref.event}`}
      names={({ a, b }) => [titleOf(a), titleOf(b)]}
      show={({ a, b }) => (
        <>
          <Telling event={a} />
          <Telling event={b} />
        </>
      )}
      decision={({ a, b }, kind) => ({ kind, a: a.ref, b: b.ref })}
    />
  );
}

const titleOf = (event: EventSummary): string =>
  [typeWords(event.type), event.place, event.time].filter(Boolean).join(", ");

function Telling({ event }: { event: EventSummary }) {
  return (
    <article className="ev sheet">
      <p className="eyebrow">
        <bdi>{event.outlet ?? "no outlet"}</bdi> · {dateWords(event.published)}
      </p>
      <h2 className="h2" dir="auto">
        {titleOf(event)}
      </h2>
      <dl className="kv">
        <dt>By</dt>
        <dd dir="auto">{event.agent.join(", ") || "not said"}</dd>
        <dt>Against</dt>
        <dd dir="auto">{event.target.join(", ") || "not said"}</dd>
        <dt>Where</dt>
        <dd dir="auto">{event.place ?? "not said"}</dd>
        <dt>When</dt>
        <dd>{event.time ?? "not said"}</dd>
      </dl>
      <blockquote dir="auto">“{event.quote}”</blockquote>
      <p className="meta">
        <Link to="/reports/$id" params={{ id: event.ref.report }}>
          Open the report
        </Link>{" "}
        ·{" "}
        <Link to="/dossiers/$id" params={{ id: event.dossier }}>
          its dossier
        </Link>
      </p>
    </article>
  );
}
