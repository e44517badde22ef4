import type { Diff, Dossier, QueueItem, SearchHit } from "../../../index.ts";
import { shortReport } from "../case.ts";
import type { Terminal } from "../terminal.ts";
import { columns, indent, ruled, wrap } from "./layout.ts";
import { styleFor } from "./style.ts";
import { fieldName, told } from "./values.ts";
import { dateName } from "./words.ts";

/** Why these reports' events are taken for one. */
export function showWhy(dossier: Dossier, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const lines = [
    style.strong(ruled(dossier.title, terminal.columns)),
    `  ${told(dossier)}   ${style.quiet(dossier.id)}`,
  ];
  const one = (head: string, item: Pick<Dossier["members"][number], "for" | "against">) => {
    lines.push("", style.strong(head));
    for (const reason of [...item.for, ...item.against]) {
      const sign = reason.weight > 0 ? "+" : "−";
      const weight = `${sign}${Math.abs(reason.weight).toFixed(1)}`;
      lines.push(
        ...columns([
          { text: `  ${weight}`, width: 6 },
          { text: reason.words, width: terminal.columns - 30 },
          { text: reason.rule, width: 20, paint: style.quiet },
        ]),
      );
    }
  };
  for (const member of dossier.members)
    one(
      `${shortReport(member.report)}/${member.event}   ${member.score === 0 ? "" : `mean score ${member.score.toFixed(1)}`}`.trimEnd(),
      member,
    );
  if (dossier.waiting.length > 0) lines.push("", style.quiet("Near misses"));
  for (const item of dossier.waiting)
    one(
      `${shortReport(item.report)}/${item.event}   score ${item.score.toFixed(1)} with ${shortReport(item.nearest.report)}/${item.nearest.event}`,
      item,
    );
  if (dossier.decisions.length > 0) {
    lines.push("", style.strong("Decisions"));
    for (const d of dossier.decisions)
      lines.push(
        `  ${d.kind} by ${d.author}, ${dateName(d.time.slice(0, 10))}${d.reason === "" ? "" : `: ${d.reason}`}   ${style.quiet(d.id)}`,
      );
  }
  return `${lines.join("\n")}\n`;
}

export function showQueue(items: readonly QueueItem[], total: number, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  if (items.length === 0) return "Nothing waits.\n";
  const side = (item: QueueItem["a"]): string[] => {
    const head = `${shortReport(item.ref.report)}/${item.ref.event}`;
    const facts = [
      item.type.split("/").slice(1).reverse().join(" ").replaceAll("-", " "),
      item.agent.length > 0 ? `by ${item.agent.join(", ")}` : "",
      item.place ?? "",
      item.time ?? "",
    ];
    return [
      ...columns([
        { text: head, width: 13, paint: style.strong },
        {
          text: [item.outlet, item.published?.slice(0, 10), ...facts].filter((x) => x).join(" · "),
          width: terminal.columns - 17,
        },
      ]),
      ...indent(wrap(`“${item.quote}”`, terminal.columns - 17), 15).map(style.quiet),
    ];
  };
  const blocks = items.map((item, i) => {
    const reasons = [
      ...item.for.map((r) => `+${r.weight.toFixed(1)} ${r.words}`),
      ...item.against.map((r) => `−${Math.abs(r.weight).toFixed(1)} ${r.words}`),
    ];
    return [
      style.strong(ruled(`${i + 1}  score ${item.score.toFixed(1)}`, terminal.columns)),
      ...side(item.a),
      ...side(item.b),
      ...reasons.flatMap((r) => indent(wrap(r, terminal.columns - 4), 4)),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n${style.quiet(`${items.length} of ${total} waiting. hearsay join A B, hearsay never A B, hearsay hold A B, hearsay undo ID`)}\n`;
}

export function showDiff(diff: Diff, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const half = Math.floor((terminal.columns - 26) / 2);
  const signs = { agree: "=", differ: "≠", contradict: "✕", "only-a": "◂", "only-b": "▸" } as const;
  const lines: string[] = [];
  for (const { title, dossier, rows } of diff.shared) {
    lines.push(style.strong(ruled(title, terminal.columns)), `  ${style.quiet(dossier)}`);
    lines.push(
      ...columns([
        { text: "", width: 1 },
        { text: "", width: 18 },
        { text: diff.a, width: half, paint: style.strong },
        { text: diff.b, width: half, paint: style.strong },
      ]),
    );
    for (const row of rows) {
      const { name, side } = fieldName(row.field);
      lines.push(
        ...columns([
          { text: signs[row.verdict], width: 1 },
          { text: side === "" ? name : `${name} (${side})`, width: 18, paint: style.quiet },
          { text: row.a.join("; ") || "·", width: half },
          { text: row.b.join("; ") || "·", width: half },
        ]),
      );
    }
    lines.push("");
  }
  if (diff.shared.length === 0) lines.push("They share no event.", "");
  for (const [name, only] of [
    [diff.a, diff.onlyA],
    [diff.b, diff.onlyB],
  ] as const) {
    if (only.length === 0) continue;
    lines.push(style.strong(`Only ${name}`), ...only.map((d) => `  ${d.title}   ${style.quiet(d.dossier)}`), "");
  }
  lines.push(style.quiet("= agree   ≠ differ   ✕ contradict   ◂ ▸ only one says"));
  return `${lines.join("\n")}\n`;
}

export function showHits(hits: readonly SearchHit[], total: number, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  if (hits.length === 0) return "Nothing found.\n";
  const blocks = hits.map((hit) => {
    let marked = "";
    let at = 0;
    for (const [start, end] of hit.hits) {
      marked += hit.excerpt.slice(at, start) + style.strong(hit.excerpt.slice(start, end));
      at = end;
    }
    marked += hit.excerpt.slice(at);
    const head = [hit.outlet ?? "unnamed outlet", hit.published?.slice(0, 10), hit.title].filter((x) => x).join(" · ");
    return [
      `${style.strong(shortReport(hit.report))}  ${head}`,
      ...indent(wrap(`…${marked}…`, terminal.columns - 10), 10),
      ...(hit.dossiers.length > 0 ? indent([style.quiet(hit.dossiers.join("  "))], 10) : []),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n${style.quiet(`${hits.length} of ${total}`)}\n`;
}
