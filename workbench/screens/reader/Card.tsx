import { Link } from "@tanstack/react-router";
import type { Actor, Claim, Ledger, Note, Review } from "../../../src/index.ts";
import { KeyCap } from "../../keys.tsx";
import { campOf } from "../../parts/camps.ts";
import { Stance } from "../../parts/Marks.tsx";
import { Chain, Who } from "../../parts/Who.tsx";
import { Notes } from "./asides.tsx";
import { Fields } from "./Fields.tsx";
import { Why } from "./Why.tsx";

export interface Actions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
  readonly respan: () => void;
  readonly mentions: () => void;
  readonly note: () => void;
}

interface Props {
  readonly ledger: Ledger;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly claim: Claim;
  readonly number: number;
  readonly review: Review | undefined;
  readonly notes: readonly Note[];
  /** The dossier of its event. */
  readonly dossier: string | null;
  readonly doubts: readonly string[];
  readonly chosen: boolean;
  readonly why: boolean;
  readonly actions: Actions;
  readonly onChoose: () => void;
  readonly onWhy: (open: boolean) => void;
}

/** One claim: who says it through whom, what, where, when, with which toll; and what a coder does with it. */
export function Card(props: Props) {
  const { ledger, actors, claim, number, review, doubts, chosen, actions, onChoose } = props;
  const source = actors.get(claim.source);
  const state = review?.state ?? (doubts.length > 0 ? "doubtful" : "to review");
  return (
    <article id={`card-${claim.id}`} className={chosen ? "card on" : "card"} aria-label={`Claim ${number}`}>
      <div className="hd">
        <span className="no">{number}</span>
        <Who name={source?.name ?? claim.source} camp={campOf(source?.kind ?? "unknown")} />
        <span className="meta">{state}</span>
      </div>
      {chosen ? (
        <p className="neutral" dir="auto">
          {claim.neutral}
        </p>
      ) : (
        <button type="button" className="plain neutral" dir="auto" onClick={onChoose}>
          {claim.neutral}
        </button>
      )}
      <Chain source={claim.source} via={claim.via} actors={actors} />
      {chosen && (
        <>
          <Fields ledger={ledger} actors={actors} claim={claim} review={review} />
          {doubts.map((doubt) => (
            <p key={doubt} className="doubtflag">
              <Stance stance="doubts" />
              <span dir="auto">{doubt}</span>
            </p>
          ))}
          {props.dossier && (
            <p className="sub">
              <Link to="/dossiers/$id" params={{ id: props.dossier }}>
                The dossier: what others say of this event
              </Link>{" "}
              <KeyCap of="d" />
            </p>
          )}
          <Notes notes={props.notes} />
          <p className="litkey meta">
            <span className="a">
              <span>boxed</span> speaker
            </span>
            <span className="b">
              <span>strong</span> cue, figure, place, time
            </span>
            <span>
              <span>pale</span> what is said
            </span>
          </p>
          <div className="acts">
            <button type="button" className="btn pri" onClick={actions.accept}>
              Accept <KeyCap of="a" />
            </button>
            <button type="button" className="btn" onClick={actions.reject}>
              Reject <KeyCap of="r" />
            </button>
            <button type="button" className="btn" onClick={actions.edit}>
              Edit <KeyCap of="e" />
            </button>
            <button type="button" className="btn" onClick={actions.respan}>
              Re-span <KeyCap of="s" />
            </button>
            <button type="button" className="btn" onClick={actions.mentions}>
              All mentions <KeyCap of="m" />
            </button>
            <button type="button" className="btn" onClick={actions.note}>
              Note <KeyCap of="c" />
            </button>
          </div>
          <Why report={ledger.report.id} claim={claim.id} open={props.why} onOpen={props.onWhy} />
        </>
      )}
    </article>
  );
}
