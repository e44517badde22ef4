import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { KeyCap } from "../../keys.tsx";

/** The chain of rules behind a claim, asked for when it is opened. */
export function Why({
  report,
  claim,
  open,
  onOpen,
}: {
  report: string;
  claim: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const rules = useQuery({
    queryKey: ["explain", report, claim],
    queryFn: () => api.explain(report, claim),
    enabled: open,
  });
  return (
    <details className="why" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>
        Why? <KeyCap of="w" />
      </summary>
      <ol>
        {(rules.data ?? []).map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never move
          <li key={i}>
            <span>
              <bdi>{step.what}</bdi> <q dir="auto">{step.words}</q>
            </span>
            <code>
              {step.rule}
              {step.entry ? ` › ${step.entry}` : ""}
            </code>
          </li>
        ))}
      </ol>
    </details>
  );
}
