/**
 * No laundering: `npm run eval -- laundering [--json] [--show]`. Every frame (attributed, denied, doubted, negated, hedged, planned, supposed,
 * made up) is written with every happening; what no frame asserts may not come out as a plain fact in the outlet's own voice.
 *
 * laundered  per cent of the sentences whose happening comes out as a plain fact
 * kept       per cent of the control sentences, which do state it, where it comes out as a plain fact
 * right      per cent of the sentences with a named speaker whose claim has the right holder, act and polarity
 */
import { type EvalArgs, lastLine } from "../args.ts";
import { measure } from "./measure.ts";

export async function run(args: EvalArgs): Promise<void> {
  const result = await measure();
  const figures = {
    laundered: (100 * result.laundered.length) / result.guarded,
    kept: (100 * result.kept) / result.facts,
    right: (100 * result.right) / result.spoken,
    sentences: result.guarded + result.facts,
  };
  if (args.rest.includes("--show")) {
    for (const sentence of result.laundered) console.log(`LAUNDERED ${sentence}`);
    for (const sentence of result.wrong) console.log(`WRONG ${sentence}`);
    for (const sentence of result.lost) console.log(`LOST ${sentence}`);
  }
  if (args.json) console.log(JSON.stringify({ ...figures, list: result.laundered }));
  console.log(lastLine("laundering", figures));
}
