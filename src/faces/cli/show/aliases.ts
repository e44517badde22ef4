import type { AliasItem } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { columns, indent, ruled, wrap } from "./layout.ts";
import { styleFor } from "./style.ts";

/** Pairs of names that wait, each with a sentence that holds it. */
export function showAliases(items: readonly AliasItem[], total: number, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  if (items.length === 0) return "No two names wait.\n";
  const side = (actor: AliasItem["a"]): string[] => [
    ...columns([
      { text: `  ${actor.name}`, width: 34, paint: style.strong },
      {
        text: [
          actor.kind.replaceAll("-", " "),
          actor.country,
          actor.entry,
          actor.reports === 1 ? "1 report" : `${actor.reports} reports`,
        ]
          .filter((x) => x)
          .join(" · "),
        width: terminal.columns - 36,
      },
    ]),
    ...indent(wrap(`“${actor.quote}”`, terminal.columns - 6), 4).map(style.quiet),
  ];
  const blocks = items.map((item, i) =>
    [
      style.strong(ruled(`${i + 1}  score ${item.score.toFixed(1)}`, terminal.columns)),
      ...side(item.a),
      ...side(item.b),
      ...item.for.flatMap((r) => indent(wrap(`+${r.weight.toFixed(1)} ${r.words}`, terminal.columns - 4), 4)),
      ...item.against.flatMap((r) =>
        indent(wrap(`−${Math.abs(r.weight).toFixed(1)} ${r.words}`, terminal.columns - 4), 4),
      ),
    ].join("\n"),
  );
  return `${blocks.join("\n\n")}\n\n${style.quiet(`${items.length} of ${total} waiting. hearsay alias A B, hearsay alias A B --never, --hold, hearsay undo ID`)}\n`;
}
