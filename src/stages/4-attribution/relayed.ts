import { child, relation } from "../../core/tree.ts";
import { type Context, isVerb, minus, yieldOf } from "./context.ts";
import { subjectOf } from "./speakers.ts";
import type { Statement } from "./statement.ts";

/**
 * "The paper said nine had died, *citing a doctor*": the doctor is the source and the paper a relay. The statement that the phrase hangs on
 * gives its content and falls. "The figure that HRW published, *citing residents*": the figure is the content and HRW the relay.
 */
export function settleRelayed(ctx: Context, statements: readonly Statement[]): Statement[] {
  const { s } = ctx;
  const fallen = new Set<Statement>();
  const settled = statements.map((statement): Statement => {
    if (!statement.row.relayed) return statement;
    const [first] = statement.cue;
    const unit = [[first, s.right[statement.token]!]] as const;
    let governor = s.head[first]!;
    while (governor >= 0 && governor >= first && governor <= unit[0][1]) governor = s.head[governor]!;
    for (let up = governor; up >= 0; up = s.head[up]!) {
      const host = statements.find((other) => other.token === up && other !== statement && !other.row.relayed);
      if (host) {
        fallen.add(host);
        const relays = host.source >= 0 ? [host.source, ...host.relays] : host.relays;
        return {
          ...statement,
          content: minus(host.content, unit),
          relays,
          via: [...statement.via, ...host.via],
          form: host.form,
        };
      }
      if (up !== governor && isVerb(s, up) && relation(s, up) !== "xcomp") break;
      if (s.deprel[up] === "acl:relcl") {
        const subject = subjectOf(ctx, up);
        const noun = s.head[up]!;
        const relays =
          subject >= 0 && relation(s, subject) === "nsubj" && !s.xpos[subject]!.startsWith("W") ? [subject] : [];
        if (relays.length > 0 || child(s, up, "nsubj") >= 0) {
          const told = statements.find((other) => other.token === noun);
          if (told) fallen.add(told);
          return { ...statement, content: minus(yieldOf(s, noun), unit), relays };
        }
      }
    }
    return byItsSubject(ctx, statement);
  });
  return settled.filter((statement) => !fallen.has(statement));
}

/** "Nine killed in ambush – *Reuters* citing army": who cites stands before the word as its subject. */
function byItsSubject(ctx: Context, statement: Statement): Statement {
  const subject = child(ctx.s, statement.cue[0], "nsubj");
  if (subject < 0 || subject > statement.cue[0]) return statement;
  return { ...statement, content: minus(statement.content, yieldOf(ctx.s, subject)), relays: [subject] };
}
