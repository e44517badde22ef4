import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { DecisionBody, Page, Reason } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { coder } from "../../coder.ts";
import { KeyCap, useKeys } from "../../keys.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { say, useUndo } from "../../shell/undo.tsx";
import { Reasons } from "./Reasons.tsx";

/** A pair that waits, whatever it is a pair of. */
interface Pair {
  readonly score: number;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

interface Props<T extends Pair> {
  readonly query: UseQueryResult<Page<T>>;
  readonly question: string;
  readonly nothing: string;
  readonly keyOf: (item: T) => string;
  readonly names: (item: T) => readonly [string, string];
  readonly show: (item: T) => ReactNode;
  readonly decision: (item: T, kind: "join" | "never" | "hold") => DecisionBody;
}

/** Pairs that wait: both sides, the reasons for and against, and a person who decides. */
export function Pairs<T extends Pair>({ query, question, nothing, keyOf, names, show, decision }: Props<T>) {
  const search = useSearch({ from: "/queue" });
  const navigate = useNavigate({ from: "/queue" });
  const client = useQueryClient();
  const { undo } = useUndo();
  const [reason, setReason] = useState("");
  const items = query.data?.items ?? [];
  const at = Math.max(0, Math.min(items.length - 1, search.at ?? 0));
  const item = items[at];
  const go = (to: number) =>
    void navigate({
      search: (old) => ({ ...old, at: Math.max(0, Math.min(items.length - 1, to)) || undefined }),
      replace: true,
    });

  const decide = async (kind: "join" | "never" | "hold") => {
    if (!item) return;
    try {
      await api.decide({ ...decision(item, kind), author: coder(), reason });
      say({ join: "Joined.", never: "Never the same.", hold: "Held." }[kind], true);
      setReason("");
    } catch (error) {
      say((error as Error).message);
    }
    await client.invalidateQueries();
  };
  useKeys("queue", [
    { key: "y", label: "join", run: () => void decide("join"), bar: true },
    { key: "n", label: "never the same", run: () => void decide("never"), bar: true },
    { key: "h", label: "hold", run: () => void decide("hold"), bar: true },
    { key: "j", label: "next pair", run: () => go(at + 1), bar: true },
    { key: "k", label: "previous pair", run: () => go(at - 1), bar: true },
  ]);

  if (query.error) return <ProblemBox error={query.error} />;
  if (query.data && !item) {
    return (
      <div className="empty">
        <h1 className="h1">Nothing waits</h1>
        <p className="big">
          {nothing} <Link to="/dossiers">See the dossiers</Link>.
        </p>
      </div>
    );
  }
  if (!item) return null;
  return (
    <div className="queue">
      <aside aria-label="Waiting">
        <ol className="qlist">
          {items.map((one, i) => (
            <li key={keyOf(one)}>
              <button type="button" className="plain" aria-current={i === at} dir="auto" onClick={() => go(i)}>
                <b>
                  <bdi>{names(one)[0]}</bdi>
                </b>
                and <bdi>{names(one)[1]}</bdi>
                <span className="meta">score {one.score.toFixed(2)}</span>
              </button>
            </li>
          ))}
        </ol>
      </aside>
      <section aria-labelledby="qh">
        <div className="q">
          <h1 className="h1" id="qh">
            {question}
          </h1>
          <span className="sub">
            {at + 1} of {query.data?.total ?? items.length}. A person decides; nothing near is joined by itself.
          </span>
        </div>
        <div className="pair">{show(item)}</div>
        <Reasons reasons={[...item.for, ...item.against]} />
        <div className="decide">
          <button type="button" className="btn pri" onClick={() => void decide("join")}>
            Join <KeyCap of="y" />
          </button>
          <button type="button" className="btn" onClick={() => void decide("never")}>
            Never <KeyCap of="n" />
          </button>
          <button type="button" className="btn" onClick={() => void decide("hold")}>
            Hold <KeyCap of="h" />
          </button>
          <button type="button" className="btn bare" onClick={undo}>
            Undo <KeyCap of="u" />
          </button>
          <label className="chipfield push">
            <span className="sr">Reason, may be left empty</span>
            <input
              placeholder="Reason, may be left empty"
              dir="auto"
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
