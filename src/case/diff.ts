import type { Cell, CellValue, Dossier } from "../core/dossier.ts";
import { Problem } from "../core/problem.ts";
import { fold } from "../dossier/names.ts";
import { typeName } from "../dossier/type-name.ts";
import { fits } from "../dossier/verdict.ts";
import type { Store } from "../stores/store.ts";
import type { Diff } from "./case.ts";
import { loadDossier } from "./dossiers.ts";

/** What two reports, or two outlets, say of the events they share. An id, or its beginning, names a report; anything else an outlet. */
export async function diff(store: Store, a: string, b: string): Promise<Diff> {
  const [left, right] = [await reportsOf(store, a), await reportsOf(store, b)];
  const dossiersOf = async (reports: ReadonlySet<string>): Promise<Set<string>> => {
    const keys = (await Promise.all([...reports].map((r) => store.profilesOfReport(r)))).flat().map((p) => p.key);
    return new Set((await store.dossiersOf(keys)).values());
  };
  const [mine, yours] = [await dossiersOf(left), await dossiersOf(right)];
  const shared: Diff["shared"][number][] = [];
  const only = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => loadDossier(store, id)))).flatMap((d) =>
      d ? [{ dossier: d.id, title: d.title }] : [],
    );
  for (const id of mine) {
    if (!yours.has(id)) continue;
    const dossier = await loadDossier(store, id);
    if (dossier) shared.push({ dossier: id, title: dossier.title, rows: rowsOf(dossier, left, right) });
  }
  return {
    a,
    b,
    shared,
    onlyA: await only([...mine].filter((id) => !yours.has(id))),
    onlyB: await only([...yours].filter((id) => !mine.has(id))),
  };
}

async function reportsOf(store: Store, name: string): Promise<ReadonlySet<string>> {
  const heads = await store.heads(await store.reportIds());
  const plain = name.replace(/^sha256:/, "");
  const byId = heads.filter((h) => h.id.slice(7).startsWith(plain) && plain.length >= 4);
  const found = byId.length > 0 ? byId : heads.filter((h) => h.outlet !== null && fold(h.outlet) === fold(name));
  if (found.length === 0) {
    throw new Problem(
      "E-CASE-01",
      `There is no report or outlet "${name}".`,
      "Give a report id, or an outlet as it is listed.",
    );
  }
  return new Set(found.map((h) => h.id));
}

function rowsOf(
  dossier: Dossier,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): Diff["shared"][number]["rows"] {
  return dossier.matrix.flatMap((row) => {
    const said = (reports: ReadonlySet<string>) =>
      row.cells.filter(
        (c) => c.value !== null && c.claims.some((claim) => reports.has(claim.slice(0, claim.lastIndexOf("/")))),
      );
    const [a, b] = [said(left), said(right)];
    if (a.length === 0 && b.length === 0) return [];
    return [{ field: row.field, a: words(a, dossier), b: words(b, dossier), verdict: verdictOf(a, b) }];
  });
}

function verdictOf(a: readonly Cell[], b: readonly Cell[]): Diff["shared"][number]["rows"][number]["verdict"] {
  if (b.length === 0) return "only-a";
  if (a.length === 0) return "only-b";
  const pairs = a.flatMap((x) => b.map((y) => [x, y] as const));
  const opposed = pairs.some(
    ([x, y]) => (x.stance === "denies") !== (y.stance === "denies") && fits(x.value, y.value) !== "exclusive",
  );
  if (opposed || pairs.every(([x, y]) => fits(x.value, y.value) === "exclusive")) return "contradict";
  return pairs.some(([x, y]) => ["same", "fits"].includes(fits(x.value, y.value))) ? "agree" : "differ";
}

const words = (cells: readonly Cell[], dossier: Dossier): string[] =>
  cells.map(
    (cell) =>
      `${dossier.origins.find((o) => o.key === cell.origin)?.actor ?? cell.origin}: ${cell.stance === "asserts" ? "" : `${cell.stance} `}${valueWords(cell.value)}`,
  );

/** A value of the matrix in words. */
export function valueWords(value: CellValue | null): string {
  if (value === null) return "";
  switch (value.kind) {
    case "type":
      return typeName(value.type);
    case "parties":
      return value.names.join(", ");
    case "place":
      return value.place.name;
    case "time":
      return value.time.start === value.time.end ? value.time.start : `${value.time.start} to ${value.time.end}`;
    case "cause":
      return value.words;
    case "toll": {
      const about = value.bound === "about" ? "about " : "";
      if (value.high === null) return `${value.low} or more`;
      return value.low === value.high
        ? `${about}${value.low}`
        : value.low === 0
          ? `up to ${value.high}`
          : `${value.low} to ${value.high}`;
    }
  }
}
