import type { Claim, Count, Event, Ledger } from "../../src/index.ts";

/** A ledger as lines that people can read and compare in a diff: one fact a line, words of the report in quotes. */
export function ledgerLines(ledger: Ledger): string {
  const { report } = ledger;
  const quoted = (span: readonly [number, number]): string =>
    JSON.stringify(report.text.slice(...span).replace(/\s+/g, " "));
  const name = (id: string): string => ledger.actors.find((actor) => actor.id === id)?.name ?? id;
  const names = (ids: readonly string[]): string => (ids.length === 0 ? "-" : ids.map(name).join("; "));

  const event = (e: Event): string[] => {
    const place = ledger.places.find((p) => p.id === e.place);
    const time = e.time ? `${e.time.start}..${e.time.end} ${e.time.precision} ${e.time.basis}` : "-";
    const where = place ? `${place.name} ${place.country ?? "?"} precision ${place.precision}` : "-";
    return [
      `event ${e.type} ${e.stage} ${quoted(e.trigger)}`,
      `  agent  ${names(e.agent)}`,
      `  target ${names(e.target)}`,
      ...e.objects.map((thing) => `  thing  ${thing.name} ${thing.effect ?? "-"}`),
      ...(e.instrument ? [`  with   ${e.instrument.name}`] : []),
      `  place  ${where}`,
      `  time   ${time}`,
      ...ledger.claims.filter((c) => c.event === e.id).flatMap(claim),
    ];
  };
  const claim = (c: Claim): string[] => [
    `  claim  ${[c.source, ...c.via].map(name).join(" < ")}: ${c.act} ${c.polarity} ${c.certainty} ${c.modality}`,
    ...c.counts.map((k) => `    count ${count(k)}`),
    `    words ${c.evidence
      .filter((e) => e.role === "content")
      .map((e) => quoted(e.span))
      .join(" ")}`,
    `    reads ${c.neutral}`,
  ];
  const count = (k: Count): string =>
    `${k.harm} ${k.low}..${k.high ?? ""} ${k.bound} of ${k.who === null ? "-" : name(k.who)} ${JSON.stringify(k.whoText)}${k.role ? ` ${k.role}` : ""}`;

  return `${[
    `report ${report.outlet ?? "-"} | ${report.published ?? "-"} | ${report.title ?? "-"}`,
    ...ledger.events.flatMap((e) => ["", ...event(e)]),
    ...(ledger.loaded.length > 0 ? [""] : []),
    ...ledger.loaded.map((term) => `loaded ${quoted(term.span)} ${term.kind} -> ${term.neutral ?? "-"}`),
    ...(ledger.notices.length > 0 ? [""] : []),
    ...ledger.notices.map(
      (notice) => `doubt  ${notice.code} ${notice.message}${notice.span ? ` ${quoted(notice.span)}` : ""}`,
    ),
  ].join("\n")}\n`;
}
