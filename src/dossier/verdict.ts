import type { Cell, CellValue, Verdict } from "../core/dossier.ts";
import { kilometres } from "./compare-places.ts";
import { typeLikeness } from "./compare-types.ts";
import { fold, namesAlike, nameWords } from "./names.ts";
import { dayNumber } from "./profile.ts";

/** How the versions of a field stand to each other, each origin's latest word taken. Silence is no version. */
export function verdict(cells: readonly Cell[]): Verdict {
  const superseded = new Set(cells.map((cell) => cell.supersedes));
  const current = cells.filter((cell) => cell.stance !== "silent" && !superseded.has(cell.id));
  if (current.length === 0) return "silent";
  const asserted = current.filter((cell) => cell.stance === "asserts");
  const denied = current.filter((cell) => cell.stance === "denies");
  const opposed = denied.some((d) =>
    asserted.some((a) => a.origin !== d.origin && fits(a.value, d.value) !== "exclusive"),
  );
  const pairs = asserted.flatMap((a, i) =>
    asserted.slice(i + 1).map((b) => (a.origin === b.origin ? "same" : fits(a.value, b.value))),
  );
  if (opposed || pairs.includes("exclusive")) return "contradict";
  if (new Set(current.map((cell) => cell.origin)).size === 1) return "one-voice";
  if (asserted.length === 0) return "agree";
  return pairs.includes("other") || current.some((cell) => cell.stance === "doubts") || denied.length > 0
    ? "differ"
    : "agree";
}

type Fit = "same" | "fits" | "other" | "exclusive";

/** Whether two values say the same, can both be true, are told differently, or cannot both be true. Two numbers only differ. */
export function fits(a: CellValue | null, b: CellValue | null): Fit {
  if (a === null || b === null) return "fits";
  if (a.kind === "toll" && b.kind === "toll") {
    if (a.low === b.low && a.high === b.high) return "same";
    return a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY)
      ? "fits"
      : "other";
  }
  if (a.kind === "type" && b.kind === "type") {
    const likeness = typeLikeness(a.type, b.type);
    return likeness === "equal" ? "same" : likeness === "ancestor" ? "fits" : "other";
  }
  if (a.kind === "time" && b.kind === "time") {
    const [aStart, aEnd, bStart, bEnd] = [a.time.start, a.time.end, b.time.start, b.time.end].map(
      (iso) => dayNumber(iso) ?? 0,
    );
    if (aStart === bStart && aEnd === bEnd) return "same";
    return aStart! <= bEnd! && bStart! <= aEnd! ? "fits" : "exclusive";
  }
  if (a.kind === "place" && b.kind === "place") {
    if (fold(a.place.name) === fold(b.place.name)) return "same";
    if (Math.max(a.place.precision, b.place.precision) >= 3) return "fits";
    const located =
      a.place.latitude !== null &&
      a.place.longitude !== null &&
      b.place.latitude !== null &&
      b.place.longitude !== null;
    if (!located) return "other";
    const km = kilometres(
      a.place as { latitude: number; longitude: number },
      b.place as { latitude: number; longitude: number },
    );
    return km > 60 ? "exclusive" : km > 15 ? "other" : "fits";
  }
  if (a.kind === "parties" && b.kind === "parties") {
    const alike = a.names.some((x) =>
      b.names.some((y) => fold(x) === fold(y) || namesAlike(nameWords(x), nameWords(y))),
    );
    return alike ? (a.names.length === b.names.length ? "same" : "fits") : "other";
  }
  if (a.kind === "cause" && b.kind === "cause") return fold(a.words) === fold(b.words) ? "same" : "other";
  return "other";
}
