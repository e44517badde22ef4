import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import type { Cell, Dossier as DossierData, EventRef, ReportView } from "../../../src/index.ts";
import { ApiProblem, api } from "../../api.ts";
import { coder } from "../../coder.ts";
import { useKeys } from "../../keys.tsx";
import { Glyph } from "../../parts/Glyph.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { ReasonForm } from "../../parts/ReasonForm.tsx";
import {
  placeWords,
  plural,
  precisionGlyph,
  precisionWords,
  timeWords,
  typeWords,
  valueWords,
} from "../../parts/words.ts";
import { Dialog } from "../../shell/Dialog.tsx";
import { say } from "../../shell/undo.tsx";
import { fieldTitle, namesIn } from "./fields.ts";
import { Matrix } from "./Matrix.tsx";
import { Proof } from "./Proof.tsx";
import { ReportsOf } from "./ReportsOf.tsx";
import { SplitForm } from "./SplitForm.tsx";
import { TollPlot } from "./TollPlot.tsx";

/** One real event: each source's version beside the others, nothing averaged. */
export function Dossier() {
  const { id } = useParams({ from: "/dossiers/$id" });
  const dossier = useQuery({ queryKey: ["dossier", id], queryFn: () => api.dossier(id) });
  const reports = useQueries({
    queries: [...new Set(dossier.data?.members.map((m) => m.report) ?? [])].map((report) => ({
      queryKey: ["report", report],
      queryFn: () => api.report(report),
    })),
    combine: (results) => new Map(results.flatMap((r) => (r.data ? [[r.data.row.id, r.data] as const] : []))),
  });
  useEffect(() => {
    document.title = `${dossier.data?.title ?? "Dossier"} · Hearsay`;
  }, [dossier.data]);
  const elsewhere = useMoved(dossier.data, dossier.error);
  if (elsewhere) return <Navigate to="/dossiers/$id" params={{ id: elsewhere }} replace />;
  if (dossier.error) return <ProblemBox error={dossier.error} />;
  if (!dossier.data) return null;
  return <Opened dossier={dossier.data} reports={reports} />;
}

/** A dossier that was shown and is no more, since a coder joined or parted it: the one where its first event now stands. */
function useMoved(last: DossierData | undefined, error: Error | null): string | null {
  const [first] = last?.members ?? [];
  const gone = error instanceof ApiProblem && error.code === "E-CASE-02" && first !== undefined;
  const report = useQuery({
    queryKey: ["report", first?.report, "moved"],
    queryFn: () => api.report(first!.report),
    enabled: gone,
    staleTime: 0,
  });
  return gone && report.data && !report.isFetching ? (report.data.dossiers[first.event] ?? null) : null;
}

function Opened({ dossier, reports }: { dossier: DossierData; reports: ReadonlyMap<string, ReportView> }) {
  const search = useSearch({ from: "/dossiers/$id" });
  const navigate = useNavigate({ from: "/dossiers/$id" });
  const client = useQueryClient();
  const [dialog, setDialog] = useState<"none" | "value" | "split">("none");
  const cells = useMemo(
    () => new Map(dossier.matrix.flatMap((row) => row.cells.map((cell) => [cell.id, { cell, row }] as const))),
    [dossier],
  );
  const told = [...cells.values()].filter(({ cell }) => cell.stance !== "silent");
  const chosen = (search.cell && cells.get(search.cell)) || told[0];
  const pick = (cell: Cell) =>
    void navigate({ search: (old) => ({ ...old, cell: cell.id }), replace: true, resetScroll: false });
  const differences = () =>
    void navigate({
      search: (old) => ({ ...old, differences: old.differences ? undefined : true }),
      replace: true,
      resetScroll: false,
    });

  const decide = async (work: Promise<unknown>, said: string) => {
    setDialog("none");
    try {
      await work;
      say(said, true);
    } catch (error) {
      say((error as Error).message);
    }
    await client.invalidateQueries();
  };
  const setValue = (rule: string) => {
    const [first] = dossier.members;
    if (!chosen?.cell.value || !first) return;
    void decide(
      api.decide({
        kind: "value",
        member: { report: first.report, event: first.event },
        field: chosen.row.field,
        value: chosen.cell.value,
        rule,
        author: coder(),
        reason: "",
      }),
      "Coder’s value set.",
    );
  };
  const split = (members: readonly EventRef[], reason: string) => {
    const off = new Set(members.map(({ report, event }) => `${report}/${event}`));
    const rest = dossier.members.filter(({ report, event }) => !off.has(`${report}/${event}`));
    const refs = (all: readonly EventRef[]) => all.map(({ report, event }) => ({ report, event }));
    void decide(
      api.decide({ kind: "split", members: refs(members), rest: refs(rest), author: coder(), reason }),
      "Split off.",
    );
  };
  const openCell = () => {
    const [report, claim] = splitRef(chosen?.cell.claims[0]);
    if (report) void navigate({ to: "/reports/$id", params: { id: report }, search: { claim } as never });
  };
  const move = (dx: number, dy: number) => moveFocus(dx, dy);

  useKeys("dossier", [
    { key: "ArrowLeft", label: "left in the matrix", run: () => move(-1, 0) },
    { key: "ArrowRight", label: "right in the matrix", run: () => move(1, 0), bar: true },
    { key: "ArrowUp", label: "up in the matrix", run: () => move(0, -1) },
    { key: "ArrowDown", label: "down in the matrix", run: () => move(0, 1), bar: true },
    { key: "d", label: "differences only", run: differences, bar: true },
    { key: "o", label: "open evidence", run: openCell, bar: true },
    { key: "v", label: "set a coder’s value", run: () => setDialog("value"), bar: true },
    {
      key: "t",
      label: "toll plot",
      run: () => document.getElementById("plot")?.scrollIntoView({ block: "start" }),
      bar: true,
    },
    { key: "x", label: "split off", run: () => setDialog("split"), bar: true },
    { key: "Escape", label: "back", run: () => void navigate({ to: "/dossiers" }) },
  ]);

  const objectors = dossier.origins.filter((origin) => origin.standing === "objector").length;
  const contradicted = dossier.matrix.filter((row) => row.verdict === "contradict").length;
  const members = new Set(dossier.members.map((m) => m.report));
  return (
    <>
      <div className="head">
        <div>
          <p className="eyebrow">
            <Link to="/dossiers">Dossiers</Link> / {typeWords(dossier.type)}
          </p>
          <h1 className="h1" dir="auto">
            {dossier.title}
          </h1>
          <p className="sub">
            {dossier.place ? (
              <>
                <Glyph
                  name={precisionGlyph(dossier.place.precision)}
                  label={precisionWords(dossier.place.precision)}
                  large
                />{" "}
                <bdi>{placeWords(dossier.place)}</bdi>, {precisionWords(dossier.place.precision)}
              </>
            ) : (
              "The reports name different places, or none"
            )}
            {" · "}
            {dossier.time ? timeWords(dossier.time) : "no date on which they agree"}
            {dossier.waiting.length > 0 && (
              <>
                {" "}
                · <Link to="/queue">{plural(dossier.waiting.length, "candidate")} in the queue</Link>
              </>
            )}
          </p>
        </div>
        <dl className="tally">
          <div>
            <dt>Reports</dt>
            <dd className="num">{members.size}</dd>
          </div>
          <div>
            <dt>Independent origins</dt>
            <dd className="num">{dossier.independent}</dd>
          </div>
          <div>
            <dt>{objectors === 1 ? "Objector" : "Objectors"}</dt>
            <dd className="num">{objectors}</dd>
          </div>
          <div>
            <dt>Rows that contradict</dt>
            <dd className="num">
              {contradicted} of {dossier.matrix.length}
            </dd>
          </div>
        </dl>
      </div>
      <TollPlot dossier={dossier} reports={reports} onPick={pick} />
      <Matrix
        dossier={dossier}
        reports={reports}
        differences={search.differences === true}
        onDifferences={differences}
        chosen={chosen?.cell.id ?? null}
        onPick={pick}
      />
      {chosen && (
        <Proof
          dossier={dossier}
          reports={reports}
          cell={chosen.cell}
          field={chosen.row.field}
          onOpen={openCell}
          onValue={() => setDialog("value")}
        />
      )}
      <ReportsOf dossier={dossier} reports={reports} onSplit={() => setDialog("split")} />
      <Dialog open={dialog === "value"} onClose={() => setDialog("none")} label="Set a coder’s value">
        {chosen?.cell.value ? (
          <ReasonForm
            label="By which rule?"
            save="Set"
            needed
            placeholder="lowest figure of a source that is no party"
            onDone={setValue}
            onCancel={() => setDialog("none")}
          >
            <h2 className="h2">Set a coder’s value</h2>
            <p dir="auto">
              {fieldTitle(chosen.row.field, namesIn(reports))}: <b>{valueWords(chosen.cell.value)}</b>
            </p>
            <p className="meta">It is shown as yours, with the rule below; every source’s figure stays as it is.</p>
          </ReasonForm>
        ) : (
          <p>Choose a cell that holds a value first.</p>
        )}
      </Dialog>
      <Dialog open={dialog === "split"} onClose={() => setDialog("none")} label="Split off">
        <SplitForm dossier={dossier} reports={reports} onDone={split} />
      </Dialog>
    </>
  );
}

/** "REPORT/CLAIM" -> its parts. */
export function splitRef(ref: string | undefined): [report: string, claim: string] | [null, null] {
  if (!ref) return [null, null];
  const at = ref.lastIndexOf("/");
  return [ref.slice(0, at), ref.slice(at + 1)];
}

function moveFocus(dx: number, dy: number): void {
  const cells = [...document.querySelectorAll<HTMLElement>("[data-row][data-col]")].filter(
    (cell) => cell.offsetParent !== null,
  );
  if (cells.length === 0) return;
  const at =
    document.activeElement instanceof HTMLElement && document.activeElement.dataset.row
      ? document.activeElement
      : cells.find((cell) => cell.getAttribute("aria-pressed") === "true");
  if (!at) {
    cells[0]?.focus();
    return;
  }
  const [row, col] = [Number(at.dataset.row), Number(at.dataset.col)];
  const ahead = cells.filter((cell) =>
    dx !== 0
      ? Number(cell.dataset.row) === row && Math.sign(Number(cell.dataset.col) - col) === dx
      : Math.sign(Number(cell.dataset.row) - row) === dy,
  );
  const distance = (cell: HTMLElement) =>
    Math.abs(Number(cell.dataset.row) - row) * 100 + Math.abs(Number(cell.dataset.col) - col);
  const next = ahead.sort((a, b) => distance(a) - distance(b))[0];
  next?.focus();
  next?.click();
}
