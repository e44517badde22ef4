import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { EventSummary, QueueItem, Reason } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { coder } from "../../coder.ts";
import { useKeys } from "../../keys.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { dateWords, typeWords } from "../../parts/words.ts";
import { say, useUndo } from "../../shell/undo.tsx";

/** Same event? Two tellings, the reasons for and against, and a person who decides. */
export function Queue() {
  const queue = useQuery({ queryKey: ["queue"], queryFn: api.queue });
  const search = useSearch({ from: "/queue" });
  const navigate = useNavigate({ from: "/queue" });
  const client = useQueryClient();
  const { undo } = useUndo();
  const [reason, setReason] = useState("");
  const items = queue.data?.items ?? [];
  const at = Math.max(0, Math.min(items.length - 1, search.at ?? 0));
  const item = items[at];
  const go = (to: number) =>
    void navigate({ search: { at: Math.max(0, Math.min(items.length - 1, to)) }, replace: true });

  const decide = async (kind: "join" | "never" | "hold") => {
    if (!item) return;
    try {
      await api.decide({ kind, a: item.a.ref, b: item.b.ref, author: coder(), reason });
      say({ join: "Joined.", never: "Never the same.", hold: "Held." }[kind], true);
      setReason("");
    } catch (error) {
      say((error as Error).message);
    }
    await client.invalidateQueries();
  };
  useEffect(() => {
    document.title = "Queue · Hearsay";
  }, []);
  useKeys("queue", [
    { key: "y", label: "join", run: () => void decide("join"), bar: true },
    { key: "n", label: "never the same", run: () => void decide("never"), bar: true },
    { key: "h", label: "hold", run: () => void decide("hold"), bar: true },
    { key: "j", label: "next pair", run: () => go(at + 1), bar: true },
    { key: "k", label: "previous pair", run: () => go(at - 1), bar: true },
  ]);

  if (queue.error) return <ProblemBox error={queue.error} />;
  if (queue.data && !item) {
    return (
      <div className="empty">
        <h1 className="h1">Nothing waits</h1>
        <p className="big">
          No pair of events is near enough to be one and far enough to be doubtful.{" "}
          <Link to="/dossiers">See the dossiers</Link>.
        </p>
      </div>
    );
  }
  if (!item) return null;
  return (
    <div className="queue">
      <aside aria-label="Waiting">
        <ol className="qlist">
          {items.map((q, i) => (
            <li key={`${q.a.ref.report}${q.a.ref.event}${q.b.ref.report}${q.b.ref.event}`}>
              <button type="button" className="plain" aria-current={i === at} onClick={() => go(i)}>
                <b>{titleOf(q.a)}</b>and {titleOf(q.b)}
                <span className="meta">score {q.score.toFixed(2)}</span>
              </button>
            </li>
          ))}
        </ol>
      </aside>
      <section aria-labelledby="qh">
        <div className="q">
          <h1 className="h1" id="qh">
            Same event?
          </h1>
          <span className="sub">
            {at + 1} of {queue.data?.total ?? items.length}. A person decides; nothing near is joined by itself.
          </span>
        </div>
        <div className="pair">
          <Telling event={item.a} />
          <Telling event={item.b} />
        </div>
        <Reasons item={item} />
        <div className="decide">
          <button type="button" className="btn pri" onClick={() => void decide("join")}>
            Join <kbd>y</kbd>
          </button>
          <button type="button" className="btn" onClick={() => void decide("never")}>
            Never <kbd>n</kbd>
          </button>
          <button type="button" className="btn" onClick={() => void decide("hold")}>
            Hold <kbd>h</kbd>
          </button>
          <button type="button" className="btn bare" onClick={undo}>
            Undo <kbd>u</kbd>
          </button>
          <label className="chipfield push">
            <span className="sr">Reason, may be left empty</span>
            <input
              placeholder="Reason, may be left empty"
              value={reason}
              onChange={(e) => setReason(e.target.value)}
              onKeyDown={(e) => e.key === "Escape" && e.currentTarget.blur()}
            />
          </label>
        </div>
      </section>
    </div>
  );
}

const titleOf = (event: EventSummary): string =>
  [typeWords(event.type), event.place, event.time].filter(Boolean).join(", ");

function Telling({ event }: { event: EventSummary }) {
  return (
    <article className="ev sheet">
      <p className="eyebrow">
        {event.outlet ?? "no outlet"} · {dateWords(event.published)}
      </p>
      <h2 className="h2">{titleOf(event)}</h2>
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

function Reasons({ item }: { item: QueueItem }) {
  const reasons = [...item.for, ...item.against];
  const most = Math.max(1, ...reasons.map((r) => Math.abs(r.weight)));
  return (
    <table className="cmp">
      <caption className="sr">Reasons for and against</caption>
      <colgroup>
        <col className="f" />
        <col className="w" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Compared</th>
          <th scope="col">Against | for</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((r) => (
          <ReasonRow key={r.rule + r.words} reason={r} most={most} />
        ))}
      </tbody>
    </table>
  );
}

function ReasonRow({ reason, most }: { reason: Reason; most: number }) {
  const side = reason.weight >= 0 ? "for" : "ag";
  const share = Math.round((50 * Math.abs(reason.weight)) / most);
  return (
    <tr>
      <th scope="row">{reason.rule.split("/").at(-1)?.replaceAll("-", " ")}</th>
      <td className="wc">
        <div className={`wt ${side}`}>
          <span className="sr">{side === "for" ? "for " : "against "}</span>
          <b className="num">{Math.abs(reason.weight).toFixed(2)}</b>
          {share > 0 && <i className={side} style={{ width: `${share}%` }} />}
        </div>
      </td>
      <td className="sub" data-l="Why">
        {reason.words}
      </td>
    </tr>
  );
}
