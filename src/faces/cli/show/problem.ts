import type { Problem } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { indent, wrap } from "./layout.ts";
import { styleFor } from "./style.ts";

/** What was wrong, and what to do next. */
export function showProblem(problem: Problem, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const [first, ...rest] = wrap(`${problem.code}: ${problem.what}`, terminal.columns - 2);
  const code = style.failure(problem.code);
  const lines = [
    first!.replace(problem.code, code),
    ...indent(rest, 2),
    ...indent(wrap(problem.advice, terminal.columns - 4), 2),
  ];
  return `${lines.join("\n")}\n`;
}
