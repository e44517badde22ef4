import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Claim, Notice } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { dateWords, plural } from "../../parts/words.ts";
import { Mentions, Meter, Notes, NothingFound } from "./asides.tsx";
import { Cards } from "./Cards.tsx";
import { EditDialog } from "./EditDialog.tsx";
import { useFolds } from "./folds.ts";
import { LoadedPop } from "./LoadedPop.tsx";
import { ReasonField } from "./ReasonField.tsx";
import { useReview } from "./review.ts";
import { paragraphs } from "./segments.ts";
import { ReportText } from "./Text.tsx";
import { selectedSpan, WhyNot } from "./WhyNot.tsx";

/** One report: the untouched text on the left, its claims on the right. */
export function Reader() {
  const { id } = useParams({ from: "/reports/$id" });
  const view = useQuery({ queryKey: ["report", id], queryFn: () => api.report(id) });
  useEffect(() => {
    document.title = `${view.data?.row.title ?? "Report"} · Hearsay`;
  }, [view.data]);
  if (view.error) return <ProblemBox error={view.error} />;
  if (!view.data) return null;
  return <Opened key={id} view={view.data} />;
}

/** Doubts that touch a claim's own words. */
export function doubtsOf(claim: Claim, notices: readonly Notice[]): string[] {
  const content = claim.evidence.filter((e) => e.role === "content");
  const found = notices.filter(
    ({ span }) => span !== null && content.some((e) => span[0] < e.span[1] && span[1] > e.span[0]),
  );
  return [
    ...new Set([
      ...found.map((notice) => notice.message),
      ...(claim.certainty === "unknown" ? ["The source leaves it open."] : []),
    ]),
  ];
}

function Opened({ view }: { view: Awaited<ReturnType<typeof api.report>> }) {
  const { ledger, row, reviews, notes } = view;
  const search = useSearch({ from: "/reports/$id" });
  const navigate = useNavigate({ from: "/reports/$id" });
  const parts = useMemo(() => paragraphs(ledger), [ledger]);
  const doubts = useMemo(
    () => new Map(ledger.claims.map((claim) => [claim.id, doubtsOf(claim, ledger.notices)])),
    [ledger],
  );
  const reviewed = useMemo(
    () => new Map(reviews.filter((r) => r.finding.kind === "claim").map((r) => [r.finding.id, r])),
    [reviews],
  );
  const { claims } = ledger;
  const shown = search.doubtful ? claims.filter((claim) => doubts.get(claim.id)!.length > 0) : claims;
  const gone = claims.find((claim) => claim.id === search.claim) ?? null;
  const chosen = gone ?? claims[0] ?? null;
  const { on: folding, folds, toggle, turn } = useFolds(view.passages, gone);
  const [mode, setMode] = useState<"read" | "reject" | "edit" | "note" | "note-report">("read");
  const [why, setWhy] = useState(false);
  const [asked, setAsked] = useState<readonly [number, number] | null>(null);
  const [all, setAll] = useState<string | null>(null);
  const review = useReview(ledger);
  const scrollTo = useRef<string | null>(null);

  const choose = useCallback(
    (claim: string | undefined, scroll = true) => {
      if (!claim) return;
      void navigate({ search: (old) => ({ ...old, claim }), replace: true, resetScroll: false });
      scrollTo.current = scroll ? claim : null;
    },
    [navigate],
  );
  // A claim inside a folded passage can be shown only once that is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a claim is gone to and when a fold has opened.
  useEffect(() => {
    const words = document.querySelector<HTMLElement>(`[data-claims~="${scrollTo.current}"]`);
    if (scrollTo.current !== gone?.id || !words?.offsetParent) return;
    words.scrollIntoView({ block: "center" });
    scrollTo.current = null;
  }, [gone, folds]);
  const onChoose = useCallback((claim: string) => choose(claim, false), [choose]);
  const step = (by: 1 | -1, wanted: (claim: Claim) => boolean) => {
    for (let i = claims.findIndex((c) => c.id === chosen?.id) + by; i >= 0 && i < claims.length; i += by) {
      if (wanted(claims[i]!)) return choose(claims[i]!.id);
    }
  };
  const open = (claim: Claim) => doubts.get(claim.id)!.length > 0 && !reviewed.has(claim.id);
  const after = () => step(1, (claim) => !reviewed.has(claim.id));
  /** The next claim is shown at once, so that the next key is never taken for the claim just judged. */
  const accept = () => {
    if (!chosen) return;
    void review.accept([chosen]);
    after();
  };
  const respan = () => {
    const span = selectedSpan();
    if (!chosen) return;
    if (!span) return review.tell("Select the words of the claim in the text first, then press s.");
    void review.save(
      [
        {
          kind: "claim",
          id: chosen.id,
          field: "span",
          value: span,
        },
      ],
      "re-spanned",
    );
  };
  const askWhyNot = () => {
    const span = selectedSpan();
    if (span) setAsked(span);
    else review.tell("Select some words in the text first, then press W.");
  };
  const toDossier = () => {
    const id = chosen && view.dossiers[chosen.event];
    if (id) void navigate({ to: "/dossiers/$id", params: { id } });
  };
  const mentions = () => chosen && setAll(all === chosen.source ? null : chosen.source);

  useKeys("reader", [
    { key: "n", label: "next doubtful", run: () => step(1, open), bar: true },
    { key: "p", label: "previous doubtful", run: () => step(-1, open), bar: true },
    { key: "j", label: "next claim", run: () => step(1, () => true) },
    { key: "k", label: "previous claim", run: () => step(-1, () => true) },
    { key: "a", label: "accept", run: accept, bar: true },
    {
      key: "A",
      label: "accept all on screen",
      run: () => void review.accept(onScreen(claims).filter((c) => !reviewed.has(c.id))),
    },
    { key: "r", label: "reject", run: () => chosen && setMode("reject"), bar: true },
    { key: "e", label: "edit", run: () => chosen && setMode("edit"), bar: true },
    { key: "s", label: "re-span to the selected words", run: respan, bar: true },
    { key: "m", label: "all mentions of the source", run: mentions, bar: true },
    { key: "c", label: "note on the claim", run: () => chosen && setMode("note"), bar: true },
    { key: "C", label: "note on the report", run: () => setMode("note-report") },
    { key: "d", label: "dossier of the claim", run: toDossier, bar: true },
    { key: "w", label: "why", run: () => setWhy(!why), bar: true },
    { key: "W", label: "why not, of the selected words", run: askWhyNot },
    {
      key: "f",
      label: "only doubtful",
      run: () =>
        void navigate({ search: (old) => ({ ...old, doubtful: old.doubtful ? undefined : true }), replace: true }),
    },
    { key: "z", label: "fold graphic and propaganda passages, or show them", run: turn },
    {
      key: "Escape",
      label: "back",
      run: () =>
        asked
          ? setAsked(null)
          : mode !== "read"
            ? setMode("read")
            : void navigate({ to: "/inbox", search: { report: row.id } as never }),
    },
  ]);

  const done = claims.filter((claim) => reviewed.has(claim.id)).length;
  const doubtful = claims.filter((claim) => doubts.get(claim.id)!.length > 0).length;
  return (
    <div className="reader">
      <article className="doc sheet" aria-label="Report">
        <header>
          <p className="eyebrow" dir="auto">
            {row.outlet ?? "no outlet found"} · text untouched
          </p>
          <h1 className="h1" dir="auto">
            {row.title ?? row.name}
          </h1>
          <p className="facts">
            <span>
              {ledger.report.published ? `Published ${dateWords(ledger.report.published)}` : "No date in the report"}
            </span>
            <span>{ledger.report.language}</span>
            <span>
              {plural(claims.length, "claim")}, {doubtful} doubtful
            </span>
            <span>{plural(ledger.loaded.length, "loaded word")}</span>
            <span>{row.copyOf ? "A copy; counted once" : "No copies known"}</span>
            <a href={api.original(row.id)} download>
              Original
            </a>
            {view.passages.length > 0 && (
              <button type="button" className="chip" aria-pressed={folding} onClick={turn}>
                Fold {plural(view.passages.length, "graphic or propaganda passage")}
              </button>
            )}
          </p>
        </header>
        <ReportText
          ledger={ledger}
          paragraphs={parts}
          chosen={chosen}
          folds={folds}
          onFold={toggle}
          onChoose={onChoose}
        />
        <Notes notes={notes.filter((note) => note.finding.kind === "report")} />
        <Mentions ledger={ledger} actor={all} />
        {asked && <WhyNot ledger={ledger} span={asked} onClose={() => setAsked(null)} />}
        {ledger.notices.length > 0 && (
          <details className="left-out">
            <summary>{plural(ledger.notices.length, "doubt")} and what was left open</summary>
            <ul>
              {ledger.notices.map((notice) => (
                <li key={`${notice.code}${notice.span?.[0]}${notice.message}`}>
                  {notice.message} <span className="meta">{notice.code}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </article>
      <aside className="side" aria-label="Claims">
        <div className="review">
          <Meter claims={claims} done={reviewed} doubts={doubts} />
          <span>
            {done} of {claims.length} reviewed, {doubtful} doubtful
          </span>
          <span className="row tight push">
            <button
              type="button"
              className="chip"
              aria-pressed={!search.doubtful}
              onClick={() => void navigate({ search: (old) => ({ ...old, doubtful: undefined }), replace: true })}
            >
              All
            </button>
            <button
              type="button"
              className="chip"
              aria-pressed={search.doubtful === true}
              onClick={() => void navigate({ search: (old) => ({ ...old, doubtful: true }), replace: true })}
            >
              Doubtful
            </button>
          </span>
        </div>
        {mode === "reject" && chosen && (
          <ReasonField
            label="Reject: why?"
            onCancel={() => setMode("read")}
            onDone={(reason) => {
              setMode("read");
              void review.reject(chosen, reason);
              after();
            }}
          />
        )}
        {(mode === "note" || mode === "note-report") && (
          <ReasonField
            label={mode === "note" ? "Note on the claim, for other coders" : "Note on the report, for other coders"}
            onCancel={() => setMode("read")}
            onDone={(words) => {
              setMode("read");
              const finding =
                mode === "note" && chosen
                  ? ({ kind: "claim", id: chosen.id } as const)
                  : ({ kind: "report", id: ledger.report.id } as const);
              void review.note(finding, words);
            }}
          />
        )}
        {claims.length === 0 && <NothingFound />}
        <Cards
          ledger={ledger}
          claims={shown}
          chosen={chosen}
          doubts={doubts}
          reviewed={reviewed}
          notes={notes}
          dossiers={view.dossiers}
          why={why}
          onWhy={setWhy}
          onChoose={choose}
          actions={{
            accept,
            reject: () => setMode("reject"),
            edit: () => setMode("edit"),
            respan,
            mentions,
            note: () => setMode("note"),
          }}
        />
      </aside>
      {chosen && (
        <EditDialog
          ledger={ledger}
          claim={chosen}
          open={mode === "edit"}
          onClose={() => setMode("read")}
          onSave={(changes, reason) => {
            setMode("read");
            void review.save(changes, reason);
          }}
        />
      )}
      <LoadedPop />
      {chosen && (
        <div className="dock slim">
          <p dir="auto">{chosen.neutral}</p>
          <button type="button" className="btn pri" onClick={accept}>
            Accept
          </button>
          <button type="button" className="btn" onClick={() => setMode("reject")}>
            Reject
          </button>
          <button type="button" className="btn" onClick={() => setMode("edit")}>
            Edit
          </button>
        </div>
      )}
    </div>
  );
}

/** Claims whose words are in view: what "accept all on screen" means, and only those. */
function onScreen(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => {
    const box = document.getElementById(`card-${claim.id}`)?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
}
