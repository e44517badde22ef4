import type { Ledger } from "../../src/core/ledger.ts";
import { read } from "../../src/index.ts";
import { FRAMES, type Frame } from "./frames.ts";
import { HAPPENINGS, type Happening, SPEAKERS } from "./happenings.ts";

export interface Result {
  /** Sentences that assert nothing in the outlet's voice, and those that do. */
  guarded: number;
  facts: number;
  kept: number;
  /** Sentences with a named holder, and those read right. */
  spoken: number;
  right: number;
  readonly laundered: string[];
  readonly wrong: string[];
  readonly lost: string[];
}

/** Reads every frame with every happening; speakers rotate. */
export async function measure(): Promise<Result> {
  const result: Result = { guarded: 0, facts: 0, kept: 0, spoken: 0, right: 0, laundered: [], wrong: [], lost: [] };
  let n = 0;
  for (const frame of FRAMES) {
    for (const happening of HAPPENINGS) {
      const [y, z] = SPEAKERS[n++ % SPEAKERS.length]!;
      const sentence = frame.write(happening, y, z);
      const ledger = await read(`${sentence}\n`, { name: "sentence.txt" });
      tally(result, frame, happening, sentence, ledger, frame.right.holder === "second" ? z : y);
    }
  }
  return result;
}

function tally(
  result: Result,
  frame: Frame,
  happening: Happening,
  sentence: string,
  ledger: Ledger,
  holder: string,
): void {
  const plain = ledger.claims.some((claim) => isPlainFact(ledger, claim, happening));
  if (frame.right.fact) {
    result.facts++;
    if (plain) result.kept++;
    else result.lost.push(`${frame.id}: ${sentence}`);
    return;
  }
  result.guarded++;
  if (plain) result.laundered.push(`${frame.id}: ${sentence}`);
  if (frame.right.holder !== "speaker" && frame.right.holder !== "second") return;
  result.spoken++;
  const { act, polarity } = frame.right;
  const right = ledger.claims.some((claim) => {
    const source = ledger.actors.find((actor) => actor.id === claim.source);
    const names = [source?.name ?? "", ...(source?.mentions ?? []).map((span) => ledger.report.text.slice(...span))];
    const word = holder.split(" ").at(-1)!;
    return (
      names.some((name) => name.includes(word)) &&
      (!act || claim.act === act) &&
      (!polarity || claim.polarity === polarity)
    );
  });
  if (right) result.right++;
  else
    result.wrong.push(
      `${frame.id}: ${sentence} -> ${ledger.claims.map((c) => `${ledger.actors.find((a) => a.id === c.source)?.name} ${c.act} ${c.polarity}`).join("; ")}`,
    );
}

function isPlainFact(ledger: Ledger, claim: Ledger["claims"][number], happening: Happening): boolean {
  const event = ledger.events.find((e) => e.id === claim.event)!;
  return (
    claim.via.length === 0 &&
    (claim.act === "state" || claim.act === "confirm") &&
    claim.polarity === "positive" &&
    claim.certainty === "certain" &&
    claim.modality === "actual" &&
    event.stage === "accomplished" &&
    event.type.split("/")[0] === happening.type
  );
}
