import type { Exported } from "../../../src/index.ts";
import { parseRows } from "./rows.ts";

/** The first rows as they will be written: a table where the format is one, else the text itself. */
export function Preview({ exported }: { exported: Exported }) {
  if (!/csv|tab-separated/.test(exported.mediaType)) {
    // a box that scrolls must be reachable by key.
    return (
      <pre className="pv cmd" tabIndex={0}>
        {exported.text.slice(0, 12_000)}
        {exported.text.length > 12_000 ? "\n[…]" : ""}
      </pre>
    );
  }
  // Columns and rows have no names of their own that are sure to differ; they never move.
  const [head = [], ...rows] = parseRows(exported.text, exported.mediaType.includes("tab") ? "\t" : ",");
  return (
    // a box that scrolls must be reachable by key.
    <div className="pv" tabIndex={0} role="region" aria-label="Preview of rows">
      <table>
        <thead>
          <tr>
            {head.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <th key={`${name}${i}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={row.join("|") + r}>
              {row.map((cell, i) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  key={`${head[i]}${i}`}
                  className={head[i] === "notes" ? "notes" : /^-?\d+(\.\d+)?$/.test(cell) ? "num" : ""}
                  dir="auto"
                >
                  {cell === "" ? <span className="meta">empty</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
