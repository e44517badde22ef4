import { type CSSProperties, memo } from "react";
import type { Claim, Ledger, LoadedTerm } from "../../../src/index.ts";
import { campOf } from "../../parts/camps.ts";
import { Glyph } from "../../parts/Glyph.tsx";
import type { Fold } from "./folds.ts";
import { LANES, type Paragraph, type Segment } from "./segments.ts";

interface Props {
  readonly ledger: Ledger;
  readonly paragraphs: readonly Paragraph[];
  readonly chosen: Claim | null;
  /** Passages kept folded, by where they begin. */
  readonly folds: ReadonlyMap<number, Fold>;
  readonly onFold: (start: number) => void;
  readonly onChoose: (claim: string) => void;
}

/** The untouched text. Claims are lines under it, by camp; the chosen one is lit, and nothing moves when it is. */
export function ReportText({ ledger, paragraphs, chosen, folds, onFold, onChoose }: Props) {
  const actors = new Map(ledger.actors.map((actor) => [actor.id, actor]));
  const looks = new Map(
    ledger.claims.map((claim) => [claim.id, campOf(actors.get(claim.source)?.kind ?? "unknown").look]),
  );
  const numbers = new Map(ledger.claims.map((claim, i) => [claim.id, i + 1]));
  return (
    // n, p and the numbers in the margin choose claims by key.
    <div
      className="text"
      lang={ledger.report.language}
      dir="auto"
      onClick={(event) => {
        const claims = (event.target as HTMLElement).closest<HTMLElement>("[data-claims]")?.dataset.claims?.split(" ");
        if (claims?.length && getSelection()?.isCollapsed)
          onChoose(claims[(claims.indexOf(chosen?.id ?? "") + 1) % claims.length]!);
      }}
    >
      {paragraphs.map((paragraph) => {
        const touched =
          chosen !== null &&
          (paragraph.segments.some((s) => s.claims.includes(chosen.id)) ||
            chosen.evidence.some((e) => e.span[0] < paragraph.end && e.span[1] > paragraph.start));
        return (
          <ParagraphText
            key={paragraph.start}
            text={ledger.report.text}
            paragraph={paragraph}
            looks={looks}
            numbers={numbers}
            chosen={touched ? chosen : null}
            current={paragraph.begins.some((c) => c.id === chosen?.id) ? chosen!.id : null}
            fold={folds.get(paragraph.start) ?? null}
            onFold={onFold}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}

interface ParagraphProps {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly looks: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly chosen: Claim | null;
  readonly current: string | null;
  readonly fold: Fold | null;
  readonly onFold: (start: number) => void;
  readonly onChoose: (claim: string) => void;
}

const same = (a: ParagraphProps, b: ParagraphProps): boolean =>
  a.paragraph === b.paragraph &&
  a.chosen === b.chosen &&
  a.current === b.current &&
  a.fold?.words === b.fold?.words &&
  a.fold?.open === b.fold?.open &&
  a.onChoose === b.onChoose;

const ParagraphText = memo(function ParagraphText({
  text,
  paragraph,
  looks,
  numbers,
  chosen,
  current,
  fold,
  onFold,
  onChoose,
}: ParagraphProps) {
  const hard = isHardWrapped(text.slice(paragraph.start, paragraph.end));
  const deep = paragraph.segments.some((segment) => segment.claims.length >= LANES);
  return (
    <div className={fold ? "para veil" : "para"}>
      {paragraph.begins.length > 0 && (
        <span className="gut">
          {paragraph.begins.slice(0, 6).map((claim) => (
            <button
              type="button"
              key={claim.id}
              className={`plain ${looks.get(claim.id)}`}
              aria-current={claim.id === current}
              aria-label={`Claim ${numbers.get(claim.id)}`}
              onClick={() => onChoose(claim.id)}
            >
              <Glyph name={`g-${looks.get(claim.id) as "state"}`} />
              {numbers.get(claim.id)}
            </button>
          ))}
          {paragraph.begins.length > 6 && <span className="meta">+{paragraph.begins.length - 6}</span>}
        </span>
      )}
      {fold && (
        <button
          type="button"
          className="plain fold"
          aria-expanded={fold.open}
          aria-controls={`p${paragraph.start}`}
          onClick={() => onFold(paragraph.start)}
        >
          <span aria-hidden="true">{fold.open ? "▾" : "▸"}</span> {fold.words}
        </button>
      )}
      <p
        id={`p${paragraph.start}`}
        className={[deep ? "deep" : "", hard ? "hard" : ""].join(" ").trim() || undefined}
        data-paragraph={paragraph.start}
        hidden={fold !== null && !fold.open}
      >
        {paragraph.segments.flatMap((segment) =>
          cut(segment, chosen).map((piece) => <Piece key={piece.start} text={text} piece={piece} looks={looks} />),
        )}
      </p>
    </div>
  );
}, same);

/** Lines that were broken at a width, not by a writer: they are let run on. A list or a verse keeps its lines. */
const isHardWrapped = (words: string): boolean => {
  const lines = words.split("\n");
  return lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= 50);
};

interface PieceOfText extends Segment {
  readonly lit: boolean;
  readonly role: string | null;
}

/** Cuts a segment where evidence of the chosen claim begins or ends: cue, source, figure, place, time. */
function cut(segment: Segment, chosen: Claim | null): PieceOfText[] {
  const roles =
    chosen?.evidence.filter((e) => e.role !== "content" && e.span[0] < segment.end && e.span[1] > segment.start) ?? [];
  const lit = chosen !== null && segment.claims.includes(chosen.id);
  if (roles.length === 0) return [{ ...segment, lit, role: null }];
  const bounds = [segment.start, segment.end, ...roles.flatMap((e) => [...e.span])].filter(
    (b) => b >= segment.start && b <= segment.end,
  );
  const points = [...new Set(bounds)].sort((a, b) => a - b);
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1]!;
    return {
      ...segment,
      start,
      end,
      lit,
      role: roles.find((e) => e.span[0] <= start && e.span[1] >= end)?.role ?? null,
    };
  });
}

function Piece({ text, piece, looks }: { text: string; piece: PieceOfText; looks: ReadonlyMap<string, string> }) {
  const words = text.slice(piece.start, piece.end);
  const classes = [piece.lit ? "lit" : "", piece.role ? `r r-${piece.role} ${piece.lit ? "" : "lit-far"}` : ""]
    .join(" ")
    .trim();
  const inner = piece.loaded ? <Loaded term={piece.loaded} words={words} /> : words;
  if (piece.claims.length === 0 && classes === "") return inner;
  return (
    <span
      className={`cl ${classes}`}
      data-claims={piece.claims.join(" ")}
      data-start={piece.start}
      style={lanes(piece.claims.map((id) => looks.get(id) ?? "open"))}
    >
      {inner}
    </span>
  );
}

/** One line under the words a claim, drawn by camp; three at most. */
function lanes(looks: readonly string[]): CSSProperties | undefined {
  const drawn = looks.slice(0, LANES);
  if (drawn.length === 0) return undefined;
  const images: string[] = [];
  const positions: string[] = [];
  const sizes: string[] = [];
  drawn.forEach((look, i) => {
    const y = (drawn.length - 1 - i) * 5;
    const draw = (image: string, height: number, lift = 0) => {
      images.push(image);
      positions.push(`0 calc(100% - ${y + lift}px)`);
      sizes.push(`100% ${height}px`);
    };
    const color = `var(--${look})`;
    if (look === "armed") draw(`repeating-linear-gradient(90deg, ${color} 0 9px, transparent 9px 13px)`, 2);
    else if (look === "media") {
      draw(`linear-gradient(${color} 0 0)`, 1);
      draw(`linear-gradient(${color} 0 0)`, 1, 3);
    } else if (look === "witness")
      draw(
        `repeating-linear-gradient(90deg, ${color} 0 9px, transparent 9px 12px, ${color} 12px 14px, transparent 14px 17px)`,
        2,
      );
    else draw(`linear-gradient(${color} 0 0)`, look === "open" ? 1 : 2);
  });
  return {
    backgroundImage: images.join(", "),
    backgroundPosition: positions.join(", "),
    backgroundSize: sizes.join(", "),
    paddingBottom: `${1 + (drawn.length - 1) * 5}px`,
  };
}

/** A loaded word: dotted, with its neutral reading on hover or focus. The reading stands outside the text, so that copying gives the original. */
function Loaded({ term, words }: { term: LoadedTerm; words: string }) {
  const id = `w${term.span[0]}`;
  return (
    // the reading must be reachable by key.
    <span
      className="lw"
      tabIndex={0}
      data-kind={term.kind}
      data-neutral={term.neutral ?? "left out"}
      aria-describedby={id}
    >
      {words}
      <span
        className="sr"
        id={id}
        data-skip=""
      >{`Loaded word, ${term.kind}. Neutral reading: ${term.neutral ?? "left out"}.`}</span>
    </span>
  );
}
