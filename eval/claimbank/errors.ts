import type { Ledger } from "../../src/core/ledger.ts";
import { top } from "./pairing.ts";
import type { ReportScore } from "./score.ts";
import type { ClaimSide, CountSide, GoldClaimSide, GoldCountSide } from "./sides.ts";

/** The misses of one report in words: events lost, invented and mistyped; claims lost, invented and wrong, each with its words. */
export function describeErrors(name: string, { pairing, laundered }: ReportScore, ledger: Ledger): string {
  const { goldEvents, events, matched, optional, skipped, wanted, given, claims } = pairing;
  const actors = new Map(ledger.actors.map((actor) => [actor.id, actor.name]));
  const names = (ids: readonly string[]) => ids.map((id) => actors.get(id) ?? id).join("; ");
  const text = ledger.report.text.replace(/\s+/g, " ");
  const words = (span: readonly [number, number] | undefined | null) =>
    span ? `"${text.slice(span[0], span[1]).slice(0, 160)}"` : "";
  const places = new Map(ledger.places.map((place) => [place.id, place.name]));
  const lines = [`\n══ ${name}`];

  const used = new Set(matched.values());
  goldEvents.forEach((gold, i) => {
    const j = matched.get(i);
    if (optional.has(i)) return;
    if (j === undefined) {
      lines.push(`event LOST      ${gold.type} [${gold.agent} > ${gold.target}] "${gold.trigger}"`);
      return;
    }
    const event = events[j]!;
    const faults = [
      gold.type === event.type
        ? ""
        : `${top(gold.type) === top(event.type) ? "leaf" : "TYPE"} ${gold.type} > ${event.type}`,
      gold.stage === event.stage ? "" : `stage ${gold.stage} > ${event.stage}`,
      gold.date && gold.date.start !== event.time?.start.slice(0, 10)
        ? `date ${gold.date.start} > ${event.time?.start ?? "none"}`
        : "",
      gold.place && !event.place ? `place ${gold.place.name} > none` : "",
      gold.place && event.place && gold.place.name !== places.get(event.place)
        ? `place ${gold.place.name} ~ ${places.get(event.place)}`
        : "",
      gold.agent.join() === names(event.agent) ? "" : `agent [${gold.agent.join("; ")}] ~ [${names(event.agent)}]`,
      gold.target.join() === names(event.target) ? "" : `target [${gold.target.join("; ")}] ~ [${names(event.target)}]`,
    ].filter((fault) => fault !== "");
    if (faults.length > 0) lines.push(`event ${event.id} "${gold.trigger}": ${faults.join(", ")}`);
  });
  events.forEach((event, j) => {
    if (!used.has(j) && !skipped.has(j))
      lines.push(
        `event INVENTED  ${event.id} ${event.type} [${names(event.agent)} > ${names(event.target)}] ${words(event.at)}`,
      );
  });

  const gold = (claim: GoldClaimSide) =>
    `${claim.source} ${claim.via.length > 0 ? `via ${claim.via.join(" > ")} ` : "(own voice) "}${held(claim)} {${claim.counts.map(figure).join(", ")}} ${words(claim.spans[0])}`;
  const ours = (claim: ClaimSide) =>
    `${names([claim.source])} ${claim.via.length > 0 ? `via ${names(claim.via)} ` : "(own voice) "}${held(claim)} {${claim.counts.map(figure).join(", ")}} on ${claim.event} ${words(claim.spans[0])}`;
  const paired = new Set(claims.values());
  wanted.forEach((claim, i) => {
    const j = claims.get(i);
    if (j === undefined) lines.push(`claim LOST      ${gold(claim)}`);
    else {
      const wrong = pairing.wrong(claim, given[j]!);
      if (wrong.length > 0)
        lines.push(`claim WRONG     [${wrong.join(", ")}]\n     gold ${gold(claim)}\n     ours ${ours(given[j]!)}`);
    }
  });
  given.forEach((claim, j) => {
    if (!paired.has(j)) lines.push(`claim INVENTED  ${ours(claim)}`);
  });
  for (const { event_type, why } of laundered) lines.push(`LAUNDERED       ${event_type}: ${why}`);
  return lines.join("\n");
}

const held = (claim: GoldClaimSide | ClaimSide): string =>
  [
    claim.act,
    claim.polarity === "negative" ? "NEG" : "",
    claim.certainty === "certain" ? "" : claim.certainty,
    claim.modality === "actual" ? "" : claim.modality,
  ]
    .filter((word) => word !== "")
    .join(" ");

const figure = (count: GoldCountSide | CountSide): string =>
  `${count.harm} ${count.low}-${count.high ?? ""} ${"whoText" in count ? count.whoText : count.who}${"optional" in count && count.optional ? " opt" : ""}`;
