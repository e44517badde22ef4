import type { Reason } from "../../../src/index.ts";

/** Reasons for and against, each with its weight as a bar. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const most = Math.max(1, ...reasons.map((r) => Math.abs(r.weight)));
  return (
    <table className="cmp">
      <caption className="sr">Reasons for and against</caption>
      <colgroup>
        <col className="f" />
        <col className="w" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Compared</th>
          <th scope="col">Against | for</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((r) => (
          <ReasonRow key={r.rule + r.words} reason={r} most={most} />
        ))}
      </tbody>
    </table>
  );
}

/** "place/inside" compares places; what compares names says how. */
function comparedBy(rule: string): string {
  const [of = "", how = ""] = rule.split("/");
  return (of === "alias" ? how : of).replaceAll("-", " ");
}

function ReasonRow({ reason, most }: { reason: Reason; most: number }) {
  const side = reason.weight >= 0 ? "for" : "ag";
  const share = Math.round((50 * Math.abs(reason.weight)) / most);
  return (
    <tr>
      <th scope="row">{comparedBy(reason.rule)}</th>
      <td className="wc">
        <div className={`wt ${side}`}>
          <span className="sr">{side === "for" ? "for " : "against "}</span>
          <b className="num">{Math.abs(reason.weight).toFixed(2)}</b>
          {share > 0 && <i className={side} style={{ width: `${share}%` }} />}
        </div>
      </td>
      <td className="sub" data-l="Why" dir="auto">
        {reason.words} <span className="meta">{reason.rule}</span>
      </td>
    </tr>
  );
}
