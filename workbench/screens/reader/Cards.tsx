import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { Claim, Ledger, Note, Review } from "../../../src/index.ts";
import { type Actions, Card } from "./Card.tsx";

interface Props {
  readonly ledger: Ledger;
  readonly claims: readonly Claim[];
  readonly chosen: Claim | null;
  readonly doubts: ReadonlyMap<string, readonly string[]>;
  readonly reviewed: ReadonlyMap<string, Review>;
  readonly notes: readonly Note[];
  /** Event id -> dossier id. */
  readonly dossiers: Readonly<Record<string, string>>;
  readonly why: boolean;
  readonly actions: Actions;
  readonly onWhy: (open: boolean) => void;
  readonly onChoose: (claim: string) => void;
}

/** The cards of a report; only those near the view are drawn, so that 2,000 claims scroll as lightly as ten. */
export function Cards({
  ledger,
  claims,
  chosen,
  doubts,
  reviewed,
  notes,
  dossiers,
  why,
  actions,
  onWhy,
  onChoose,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const actors = useMemo(() => new Map(ledger.actors.map((actor) => [actor.id, actor])), [ledger]);
  const numbers = useMemo(() => new Map(ledger.claims.map((claim, i) => [claim.id, i + 1])), [ledger]);
  const virtual = useVirtualizer({
    count: claims.length,
    getScrollElement: () => box.current,
    estimateSize: (i) => (claims[i]?.id === chosen?.id ? 520 : 112),
    getItemKey: (i) => claims[i]!.id,
    overscan: 6,
  });
  const at = claims.findIndex((claim) => claim.id === chosen?.id);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "start" });
  }, [at, virtual]);

  return (
    // a box that scrolls must be reachable by key.
    <section className="cards" ref={box} tabIndex={0} aria-label={`${claims.length} claims`}>
      <div className="vbody" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const claim = claims[index]!;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="vcard"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Card
                ledger={ledger}
                actors={actors}
                claim={claim}
                number={numbers.get(claim.id)!}
                review={reviewed.get(claim.id)}
                notes={notes.filter((n) => n.finding.kind === "claim" && n.finding.id === claim.id)}
                dossier={dossiers[claim.event] ?? null}
                doubts={doubts.get(claim.id) ?? []}
                chosen={claim.id === chosen?.id}
                why={why}
                actions={actions}
                onWhy={onWhy}
                onChoose={() => onChoose(claim.id)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
