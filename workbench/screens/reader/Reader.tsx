import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Claim, ReportView, Span } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { ProblemBox } from "../../parts/Problem.tsx";
import { Mentions, Notes } from "./asides.tsx";
import { Cards } from "./Cards.tsx";
import { useChosen, useWordsInView } from "./chosen.ts";
import { DocHead } from "./DocHead.tsx";
import { Dock } from "./Dock.tsx";
import { doubtsOf } from "./doubts.ts";
import { EditDialog } from "./EditDialog.tsx";
import { useFolds } from "./folds.ts";
import { useReaderKeys } from "./keys.ts";
import { LeftOut } from "./LeftOut.tsx";
import { LoadedPop } from "./LoadedPop.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { Respan } from "./Respan.tsx";
import { ReviewBar } from "./ReviewBar.tsx";
import { useReview } from "./review.ts";
import { paragraphs } from "./segments.ts";
import { ReportText } from "./Text.tsx";
import { selectedSpan, WhyNot } from "./WhyNot.tsx";
import { type Mode, WordsAsked } from "./WordsAsked.tsx";

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

function Opened({ view }: { view: ReportView }) {
  const { ledger, row, reviews, notes } = view;
  const { claims } = ledger;
  const search = useSearch({ from: "/reports/$id" });
  const navigate = useNavigate({ from: "/reports/$id" });
  const parts = useMemo(() => paragraphs(ledger), [ledger]);
  const doubts = useMemo(
    () => new Map(claims.map((claim) => [claim.id, doubtsOf(claim, ledger.notices)])),
    [ledger, claims],
  );
  const reviewed = useMemo(
    () => new Map(reviews.filter((r) => r.finding.kind === "claim").map((r) => [r.finding.id, r])),
    [reviews],
  );
  const isDoubtful = (claim: Claim) => doubts.get(claim.id)!.length > 0;
  const going = useChosen(claims);
  const { gone, chosen, choose, step } = going;
  const folding = useFolds(view.passages, gone);
  useWordsInView(going, folding.folds);
  const [mode, setMode] = useState<Mode>("read");
  const [why, setWhy] = useState(false);
  const [asked, setAsked] = useState<Span | null>(null);
  const [all, setAll] = useState<string | null>(null);
  const review = useReview(ledger);
  const onChoose = useCallback((claim: string) => choose(claim, false), [choose]);
  const only = (on: boolean) =>
    void navigate({
      search: (old) => ({ ...old, doubtful: on ? true : undefined }),
      replace: true,
      resetScroll: false,
    });

  const toReview = (claim: Claim) => isDoubtful(claim) && !reviewed.has(claim.id);
  const after = () => step(1, (claim) => !reviewed.has(claim.id));
  /** The next claim is shown at once, so that the next key is never taken for the claim just judged. */
  const accept = () => {
    if (!chosen) return;
    void review.accept([chosen]);
    after();
  };
  const reject = (reason: string) => {
    if (!chosen) return;
    void review.reject(chosen, reason);
    after();
  };
  const saveSpan = (value: Span) => {
    setMode("read");
    if (chosen) void review.save([{ kind: "claim", id: chosen.id, field: "span", value }], "re-spanned");
  };
  const respan = () => {
    const span = selectedSpan();
    if (span) saveSpan(span);
    else if (chosen) setMode("respan");
  };
  /** Of the selected words; where none are, of the paragraph in which the chosen claim begins. */
  const askWhyNot = () => {
    const around = parts.find(({ begins }) => begins.some((claim) => claim.id === chosen?.id)) ?? parts[0];
    setAsked(selectedSpan() ?? (around ? [around.start, around.end] : null));
  };
  const toDossier = () => {
    const id = chosen && view.dossiers[chosen.event];
    if (id) void navigate({ to: "/dossiers/$id", params: { id } });
  };
  const mentions = () => chosen && setAll(all === chosen.source ? null : chosen.source);
  const back = () => {
    if (asked) setAsked(null);
    else if (mode !== "read") setMode("read");
    else void navigate({ to: "/inbox", search: { report: row.id } as never });
  };

  useReaderKeys({
    nextDoubtful: () => step(1, toReview),
    previousDoubtful: () => step(-1, toReview),
    next: () => step(1, () => true),
    previous: () => step(-1, () => true),
    accept,
    acceptOnScreen: () => void review.accept(onScreen(claims).filter((c) => !reviewed.has(c.id))),
    reject: () => chosen && setMode("reject"),
    edit: () => chosen && setMode("edit"),
    respan,
    mentions,
    note: () => chosen && setMode("note"),
    noteReport: () => setMode("note-report"),
    dossier: toDossier,
    why: () => setWhy(!why),
    whyNot: askWhyNot,
    onlyDoubtful: () => only(search.doubtful !== true),
    fold: folding.turn,
    back,
  });

  return (
    <div className="reader">
      <article className="doc sheet" aria-label="Report">
        <DocHead view={view} doubtful={claims.filter(isDoubtful).length} folding={folding.on} onFold={folding.turn} />
        <ReportText
          ledger={ledger}
          paragraphs={parts}
          chosen={chosen}
          folds={folding.folds}
          onFold={folding.toggle}
          onChoose={onChoose}
        />
        <Notes notes={notes.filter((note) => note.finding.kind === "report")} />
        <Mentions ledger={ledger} actor={all} />
        {asked && <WhyNot ledger={ledger} span={asked} onClose={() => setAsked(null)} />}
        <LeftOut notices={ledger.notices} />
      </article>
      <aside className="side" aria-label="Claims">
        <ReviewBar
          claims={claims}
          reviewed={reviewed}
          doubts={doubts}
          onlyDoubtful={search.doubtful === true}
          onOnlyDoubtful={only}
        />
        <WordsAsked
          mode={mode}
          onCancel={() => setMode("read")}
          onDone={(words) => {
            setMode("read");
            if (mode === "reject") reject(words);
            else if (mode === "note" && chosen) void review.note({ kind: "claim", id: chosen.id }, words);
            else void review.note({ kind: "report", id: ledger.report.id }, words);
          }}
        />
        {mode === "respan" && chosen && (
          <Respan
            key={chosen.id}
            text={ledger.report.text}
            claim={chosen}
            onDone={saveSpan}
            onCancel={() => setMode("read")}
          />
        )}
        {claims.length === 0 && <NothingFound ledger={ledger} />}
        <Cards
          ledger={ledger}
          claims={search.doubtful ? claims.filter(isDoubtful) : claims}
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
      {chosen && <Dock claim={chosen} onAccept={accept} onMode={setMode} />}
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
