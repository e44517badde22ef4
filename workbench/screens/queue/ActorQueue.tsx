import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ActorSummary } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { campOf } from "../../parts/camps.ts";
import { Who } from "../../parts/Who.tsx";
import { dateWords, plural } from "../../parts/words.ts";
import { Pairs } from "./Pairs.tsx";

/** Two names that may be one actor's. */
export function ActorQueue() {
  const queue = useQuery({ queryKey: ["aliases"], queryFn: () => api.aliases() });
  return (
    <Pairs
      query={queue}
      question="Same actor?"
      nothing="No two names of armed groups, authorities or other bodies are alike enough to be one."
      keyOf={({ a, b }) => `${a.name}|${b.name}`}
      names={({ a, b }) => [a.name, b.name]}
      show={({ a, b }) => (
        <>
          <Named actor={a} />
          <Named actor={b} />
        </>
      )}
      decision={({ a, b }, verdict) => ({
        kind: "alias",
        verdict: verdict === "join" ? "one" : verdict,
        a: { name: a.name, entry: a.entry },
        b: { name: b.name, entry: b.entry },
      })}
    />
  );
}

function Named({ actor }: { actor: ActorSummary }) {
  return (
    <article className="ev sheet">
      <p className="eyebrow">
        <bdi>{actor.outlet ?? "no outlet"}</bdi> · {dateWords(actor.published)}
      </p>
      <h2 className="h2" dir="auto">
        {actor.name}
      </h2>
      <dl className="kv">
        <dt>Read as</dt>
        <dd>
          <Who name={actor.kind.replaceAll("-", " ")} camp={campOf(actor.kind)} />
        </dd>
        <dt>Country</dt>
        <dd dir="auto">{actor.country ?? "not known"}</dd>
        <dt>Registry</dt>
        <dd>{actor.entry ?? "not in it"}</dd>
        <dt>Named in</dt>
        <dd>{plural(actor.reports, "report")}</dd>
      </dl>
      <blockquote dir="auto">“{actor.quote}”</blockquote>
      <p className="meta">
        <Link to="/reports/$id" params={{ id: actor.report }}>
          Open the report
        </Link>
      </p>
    </article>
  );
}
