import type { Act, Modality, Polarity } from "../../src/core/ledger.ts";
import type { Happening } from "./happenings.ts";

/** Who holds what a frame says of the happening, and how: the right reading, derived from the frame and not from the reader. */
export interface RightReading {
  readonly holder: "speaker" | "second" | "outlet" | "nobody";
  readonly act?: Act;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  /** A plain fact in the outlet's own voice: the control that shows that facts are still told as facts. */
  readonly fact?: true;
}

export interface Frame {
  readonly id: string;
  /** Y is the speaker, Z a second one. */
  readonly write: (h: Happening, y: string, z: string) => string;
  readonly right: RightReading;
}

const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const by = (act: Act, more: Partial<RightReading> = {}): RightReading => ({ holder: "speaker", act, ...more });
const OWN: RightReading = { holder: "outlet" };
const frame = (id: string, right: RightReading, write: Frame["write"]): Frame => ({ id, right, write });

export const FRAMES: readonly Frame[] = [
  frame("plain", { holder: "outlet", fact: true }, (h) => `${cap(h.who)} ${h.past} on Monday.`),
  frame("plain-passive", { holder: "outlet", fact: true }, (h) => `${cap(h.passive)} on Monday.`),
  // attributed
  frame("said-that", by("state"), (h, y) => `${cap(y)} said that ${h.who} ${h.past}.`),
  frame("said", by("state"), (h, y) => `${cap(y)} said ${h.who} had ${h.done}.`),
  frame("trailing", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday, ${y} said.`),
  frame("trailing-inverted", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday, said ${y}.`),
  frame("trailing-passive", by("state"), (h, y) => `${cap(h.passive)} on Monday, ${y} said.`),
  frame("inserted", by("state"), (h, y) => `On Monday, ${y} said, ${h.who} ${h.past}.`),
  frame("according-first", by("state"), (h, y) => `According to ${y}, ${h.who} ${h.past}.`),
  frame("according-last", by("state"), (h, y) => `${cap(h.who)} ${h.past}, according to ${y}.`),
  frame("quote-first", by("state"), (h, y) => `"${cap(h.who)} ${h.past}," ${y} said.`),
  frame("quote-last", by("state"), (h, y) => `${cap(y)} said: "${cap(h.who)} ${h.past}."`),
  frame("quote-two", by("state"), (h, y) => `"It was a long night. ${cap(h.who)} ${h.past}," ${y} said.`),
  frame("quote-goes-on", by("state"), (h, y) => `"It was a long night," ${y} said. "${cap(h.who)} ${h.past}."`),
  frame("told", by("state"), (h, y) => `${cap(y)} told reporters that ${h.who} ${h.past}.`),
  frame("added", by("state"), (h, y) => `${cap(y)} spoke to reporters and added that ${h.who} ${h.past}.`),
  frame("statement", by("state"), (h, y) => `In a statement ${y} said ${h.who} had ${h.done}.`),
  frame("claim-noun", by("state"), (h, y) => `The claim by ${y} that ${h.who} ${h.past} was not checked.`),
  frame("claimed", by("state"), (h, y) => `${cap(y)} claims that ${h.who} ${h.past}.`),
  frame("as-said", by("state"), (h, y) => `${cap(h.who)} ${h.past}, as ${y} put it.`),
  frame("confirmed", by("confirm"), (h, y) => `${cap(y)} confirmed that ${h.who} ${h.past}.`),
  frame("accused", by("accuse"), (h, y) => `${cap(y)} accused ${h.who} of ${h.doing}.`),
  frame("blamed", by("accuse"), (h, y) => `${cap(y)} blamed ${h.who} for ${h.noun}.`),
  frame("alleged", by("accuse"), (h, y) => `${cap(y)} alleged that ${h.who} ${h.past}.`),
  frame("accused-passive", { holder: "nobody" }, (h) => `${cap(h.who)} are accused of ${h.doing}.`),
  frame("suspects", by("suspect"), (h, y) => `${cap(y)} suspects that ${h.who} ${h.past}.`),
  frame("believes", by("suspect"), (h, y) => `${cap(y)} believes that ${h.who} ${h.past}.`),
  // relayed and nested
  frame(
    "quoted-as",
    { holder: "second", act: "state" },
    (h, y, z) => `${cap(y)} quoted ${z} as saying that ${h.who} ${h.past}.`,
  ),
  frame(
    "citing",
    { holder: "second", act: "state" },
    (h, y, z) => `${cap(h.who)} ${h.past}, ${y} reported, citing ${z}.`,
  ),
  frame(
    "nested",
    { holder: "second", act: "state" },
    (h, y, z) => `${cap(y)} said ${z} had told him that ${h.who} ${h.past}.`,
  ),
  frame(
    "nested-denial",
    { holder: "second", polarity: "negative" },
    (h, y, z) => `${cap(y)} said that ${z} denied that ${h.who} ${h.past}.`,
  ),
  // denied and doubted
  frame("denied-that", by("deny", { polarity: "negative" }), (h, y) => `${cap(y)} denied that ${h.who} ${h.past}.`),
  frame("denied-noun", by("deny", { polarity: "negative" }), (h, y) => `${cap(y)} denied ${h.noun}.`),
  frame(
    "rejected",
    by("deny", { polarity: "negative" }),
    (h, y) => `${cap(y)} rejected the claim that ${h.who} ${h.past}.`,
  ),
  frame(
    "lie",
    by("deny", { polarity: "negative" }),
    (h, y) => `${cap(y)} called the report that ${h.who} ${h.past} a lie.`,
  ),
  frame(
    "no-truth",
    { holder: "speaker", polarity: "negative" },
    (h, y) => `There is no truth in reports that ${h.who} ${h.past}, ${y} said.`,
  ),
  frame(
    "no-evidence",
    { holder: "speaker", polarity: "negative" },
    (h, y) => `${cap(y)} said there was no evidence that ${h.who} ${h.past}.`,
  ),
  frame(
    "no-sign",
    { holder: "speaker", polarity: "negative" },
    (h, y) => `There is no sign that ${h.who} ${h.past}, ${y} said.`,
  ),
  frame(
    "no-basis",
    { holder: "outlet", polarity: "negative" },
    (h) => `There is no basis for the accusation that ${h.who} ${h.past}.`,
  ),
  frame("not-so", by("deny", { polarity: "negative" }), (h, y) => `It is not true that ${h.who} ${h.past}, ${y} said.`),
  frame(
    "translated",
    by("state"),
    (h, y) => `${cap(y)} said in a message translated by a monitor that ${h.who} ${h.past}.`,
  ),
  frame(
    "claim-relayed",
    by("state"),
    (h, y) => `The claim by ${y} that ${h.who} ${h.past} was relayed by two websites.`,
  ),
  frame("fear", by("suspect"), (h, y) => `${cap(y)} fears that ${h.who} ${h.past}.`),
  frame("untrue", { holder: "outlet", polarity: "negative" }, (h) => `It is untrue that ${h.who} ${h.past}.`),
  frame(
    "false-report",
    { holder: "outlet", polarity: "negative" },
    (h) => `The report that ${h.who} ${h.past} is false.`,
  ),
  frame(
    "unfounded",
    { holder: "outlet", polarity: "negative" },
    (h) => `Rumours that ${h.who} ${h.past} are unfounded.`,
  ),
  frame("doubted", by("doubt"), (h, y) => `${cap(y)} doubted that ${h.who} ${h.past}.`),
  frame("not-confirmed", by("doubt"), (h, y) => `${cap(y)} could not confirm that ${h.who} ${h.past}.`),
  frame("could-not-say", by("doubt"), (h, y) => `${cap(y)} could not say whether ${h.who} ${h.past}.`),
  frame("not-said", by("doubt"), (h, y) => `${cap(y)} did not say that ${h.who} ${h.past}.`),
  // negated
  frame("did-not", { holder: "outlet", polarity: "negative" }, (h) => `${cap(h.who)} did not ${h.base}.`),
  frame("never", { holder: "outlet", polarity: "negative" }, (h) => `${cap(h.who)} never ${h.past}.`),
  frame("nobody", { holder: "outlet", polarity: "negative" }, (h) => `Nobody ${h.past} on Monday.`),
  frame("without", { holder: "outlet", polarity: "negative" }, (h) => `${cap(h.who)} left without ${h.doing}.`),
  frame("instead", { holder: "outlet", polarity: "negative" }, (h) => `Instead of ${h.doing}, ${h.who} left.`),
  frame("refused", { holder: "outlet", polarity: "negative" }, (h) => `${cap(h.who)} refused to ${h.base}.`),
  frame(
    "said-did-not",
    by("deny", { polarity: "negative" }),
    (h, y) => `${cap(y)} said that ${h.who} did not ${h.base}.`,
  ),
  // hedged
  frame("may-have", OWN, (h) => `${cap(h.who)} may have ${h.done}.`),
  frame("might-have", OWN, (h) => `${cap(h.who)} might have ${h.done}.`),
  frame("could-have", OWN, (h) => `${cap(h.who)} could have ${h.done}.`),
  frame("reportedly", OWN, (h) => `${cap(h.who)} reportedly ${h.past}.`),
  frame("allegedly", OWN, (h) => `${cap(h.who)} allegedly ${h.past}.`),
  frame("apparently", OWN, (h) => `Apparently ${h.who} ${h.past}.`),
  frame("probably", OWN, (h) => `${cap(h.who)} probably ${h.past}.`),
  frame("believed-to", { holder: "nobody" }, (h) => `${cap(h.who)} are believed to have ${h.done}.`),
  frame("said-to", { holder: "nobody" }, (h) => `${cap(h.who)} are said to have ${h.done}.`),
  frame("rumoured", { holder: "nobody" }, (h) => `It was rumoured that ${h.who} ${h.past}.`),
  frame("was-reported", { holder: "nobody" }, (h) => `It was reported that ${h.who} ${h.past}.`),
  frame("likely", OWN, (h) => `It is likely that ${h.who} ${h.past}.`),
  frame("seem", OWN, (h) => `${cap(h.who)} seem to have ${h.done}.`),
  // ahead, supposed, tried
  frame("will", { holder: "outlet", modality: "future" }, (h) => `${cap(h.who)} will ${h.base}.`),
  frame("going-to", { holder: "outlet", modality: "future" }, (h) => `${cap(h.who)} are going to ${h.base}.`),
  frame("about-to", { holder: "outlet", modality: "future" }, (h) => `${cap(h.who)} are about to ${h.base}.`),
  frame("plan", OWN, (h) => `${cap(h.who)} planned to ${h.base}.`),
  frame("want", OWN, (h) => `${cap(h.who)} wanted to ${h.base}.`),
  frame("prepare", OWN, (h) => `${cap(h.who)} prepared to ${h.base}.`),
  frame("plot", OWN, (h) => `Police uncovered a plot by ${h.who} to ${h.base}.`),
  frame("foiled", OWN, (h) => `Police foiled an attempt by ${h.who} to ${h.base}.`),
  frame("tried", OWN, (h) => `${cap(h.who)} tried to ${h.base}.`),
  frame("failed", OWN, (h) => `${cap(h.who)} failed to ${h.base}.`),
  frame("if", OWN, (h) => `If ${h.who} ${h.base}, the truce will end.`),
  frame("unless", OWN, (h) => `Unless they are paid, ${h.who} will ${h.base}.`),
  frame("should", OWN, (h) => `Should ${h.who} ${h.base}, the truce will end.`),
  frame("would-have", OWN, (h) => `${cap(h.who)} would have ${h.done} but for the rain.`),
  frame("as-if", OWN, (h) => `The town looked as if ${h.who} had ${h.done}.`),
  frame("threatened", { holder: "outlet" }, (h) => `${cap(h.who)} threatened to ${h.base}.`),
  frame("warned", by("threaten"), (h, y) => `${cap(y)} warned that ${h.who} would ${h.base}.`),
  frame("promised", by("promise"), (h, y) => `${cap(y)} promised to ${h.base}.`),
  frame("urged", by("demand"), (h, y) => `${cap(y)} urged ${h.who} to ${h.base}.`),
  frame("demanded", by("demand"), (h, y) => `${cap(y)} demanded that ${h.who} ${h.base}.`),
  frame("predicted", by("predict"), (h, y) => `${cap(y)} predicted that ${h.who} would ${h.base}.`),
  frame("feared", by("suspect"), (h, y) => `${cap(y)} fears that ${h.who} will ${h.base}.`),
  // left open: who will not say either doubts no fact, and states none
  frame("declined", by("doubt"), (h, y) => `${cap(y)} declined to confirm or deny that ${h.who} ${h.past}.`),
  frame("neither", by("doubt"), (h, y) => `${cap(y)} neither confirmed nor denied that ${h.who} ${h.past}.`),
  frame("can-neither", by("doubt"), (h, y) => `"I can neither confirm nor deny that ${h.who} ${h.past}," ${y} said.`),
  frame("neither-of-two", by("doubt"), (h, y, z) => `Neither ${z} nor ${y} would confirm that ${h.who} ${h.past}.`),
  frame("no-comment", OWN, (h, y) => `${cap(y)} would not comment on reports that ${h.who} ${h.past}.`),
  frame("unable", by("doubt"), (h, y) => `${cap(y)} was unable to verify reports that ${h.who} ${h.past}.`),
  frame("unable-said", by("doubt"), (h, y) => `${cap(y)} said it could not verify that ${h.who} ${h.past}.`),
  frame("asked-whether", { holder: "nobody" }, (h, y) => `Asked whether ${h.who} ${h.past}, ${y} left the room.`),
  // put in by the outlet, passed on by somebody
  frame("aside", by("state"), (h, y, z) => `${cap(y)} said ${h.who} ${h.past}, which ${z} denies.`),
  frame("aside-charge", by("state"), (h, y, z) => `${cap(y)} said ${h.who} ${h.past}, a charge ${z} rejects.`),
  frame(
    "denial-relayed",
    { holder: "second", polarity: "negative" },
    (h, y, z) => `${cap(z)} denies that ${h.who} ${h.past}, ${y} says.`,
  ),
  frame(
    "denial-according",
    { holder: "second", polarity: "negative" },
    (h, y, z) => `According to ${y}, ${z} denied ${h.noun}.`,
  ),
  frame("told-before", by("state"), (h, y) => `${cap(y)} said it was a long night, and that ${h.who} ${h.past}.`),
  // called untrue in a word
  frame("fake-news", by("deny"), (h, y) => `The report that ${h.who} ${h.past} is fake news, ${y} said.`),
  frame("made-up", by("deny"), (h, y) => `The story that ${h.who} ${h.past} was made up, ${y} said.`),
  frame("not-the-case", by("deny"), (h, y) => `It is not the case that ${h.who} ${h.past}, ${y} said.`),
  frame("claims-false", { holder: "outlet", polarity: "negative" }, (h) => `Claims that ${h.who} ${h.past} are false.`),
  frame(
    "false-reports",
    { holder: "outlet", polarity: "negative" },
    (h) => `There were false reports that ${h.who} ${h.past}.`,
  ),
  frame("falsely", by("state"), (h, y) => `${cap(y)} falsely claimed that ${h.who} ${h.past}.`),
  frame("baseless", by("state"), (h, y) => `${cap(y)} repeated the baseless claim that ${h.who} ${h.past}.`),
  frame("hoax", { holder: "outlet", polarity: "negative" }, (h) => `The video of ${h.noun} is a hoax.`),
  frame("dismissed", by("deny"), (h, y) => `${cap(y)} dismissed as rumours reports that ${h.who} ${h.past}.`),
  frame("rumours", OWN, (h) => `Rumours that ${h.who} ${h.past} caused panic.`),
  // feared, due, intended
  frame("fear-another", OWN, (h) => `People in the town live in fear that ${h.who} will ${h.base}.`),
  frame("fears-growing", OWN, (h) => `Fears are growing that ${h.who} may ${h.base}.`),
  frame("worried", by("suspect"), (h, y) => `${cap(y)} is worried that ${h.who} will ${h.base}.`),
  frame("was-to-have", OWN, (h) => `${cap(h.who)} were to have ${h.done} on Monday.`),
  frame("had-planned", OWN, (h) => `${cap(h.who)} had planned to ${h.base}.`),
  frame("was-due", OWN, (h) => `${cap(h.who)} were due to ${h.base} at dawn.`),
  frame("intended", OWN, (h, y) => `${cap(h.who)} intended to ${h.base}, according to ${y}.`),
  frame("on-the-point", OWN, (h) => `${cap(h.who)} were on the point of ${h.doing}.`),
  frame("vowed", OWN, (h) => `${cap(h.who)} vowed to ${h.base}.`),
  frame("ordered", OWN, (h) => `${cap(h.who)} were ordered to ${h.base}.`),
  frame("prevented", OWN, (h, y) => `${cap(y)} prevented ${h.who} from ${h.doing}.`),
  // done again and again, told elsewhere, acted
  frame("every-year", { holder: "nobody" }, (h) => `Every year, ${h.who} ${h.base}.`),
  frame("often", { holder: "nobody" }, (h) => `${cap(h.who)} often ${h.base}.`),
  frame("used-to", { holder: "nobody" }, (h) => `${cap(h.who)} used to ${h.base}.`),
  frame("tend-to", { holder: "nobody" }, (h) => `${cap(h.who)} tend to ${h.base} at night.`),
  frame(
    "read-also",
    { holder: "nobody" },
    (h) => `The governor met elders on Monday.\n\nRead also: ${cap(h.who)} ${h.base}`,
  ),
  frame("related", { holder: "nobody" }, (h) => `The governor met elders on Monday.\n\nRelated: ${cap(h.passive)}`),
  frame("re-enactment", { holder: "nobody" }, (h) => `In a re-enactment, ${h.who} ${h.past}.`),
  frame("drill", { holder: "nobody" }, (h) => `${cap(h.who)} ${h.past} in a drill on Monday.`),
  // whose it is is said without a verb, beside it or afterwards
  frame("so-verbless", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday. So ${y}.`),
  frame("version", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday. That, at least, is ${y}'s version.`),
  frame("or-so", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday, or so ${y} says.`),
  frame("per", by("state"), (h, y) => `${cap(h.who)} ${h.past} on Monday, per ${y}.`),
  frame("headline-dash", by("state"), (h, y) => `${cap(h.who)} ${h.base} - ${y.replace(/^(?:the|a) /, "")}`),
  frame("headline-says", by("state"), (h, y) => `${cap(h.who)} ${h.base}, ${y.replace(/^(?:the|a) /, "")} says`),
  frame("released", by("state"), (h, y) => `A statement released by ${y} said ${h.who} had ${h.done}.`),
  frame("ellipsis", by("state"), (h, y, z) => `${cap(z)} denied that ${h.who} ${h.past}. ${cap(y)} said they had.`),
  frame("ellipsis-not", by("deny"), (h, y, z) => `${cap(z)} said ${h.who} had ${h.done}. ${cap(y)} said they had not.`),
  frame("not-so-said", by("deny"), (h, y, z) => `${cap(h.who)} ${h.past}, ${z} said. Not so, said ${y}.`),
  frame("semicolon", by("state"), (h, y, z) => `${cap(z)} spoke of a long night; ${y} said ${h.who} had ${h.done}.`),
  // nobody in particular, and words that the outlet does not own
  frame("reports-said", OWN, (h) => `Unconfirmed reports said ${h.who} had ${h.done}.`),
  frame("reports-of", OWN, (h) => `Reports of ${h.noun} began to spread on Monday.`),
  frame("according-to-reports", OWN, (h) => `According to reports, ${h.who} ${h.past}.`),
  frame("headline-report", OWN, (h) => `Report: ${h.who} ${h.past}`),
  frame("in-quotes", OWN, (h) => `${cap(h.who)} "${h.past}" on Monday.`),
  frame("what-calls", OWN, (h, y) => `What ${y} calls ${h.noun} took place on Monday.`),
  frame("question", { holder: "nobody" }, (h) => `Did ${h.who} ${h.base}?`),
  frame("question-asked", { holder: "nobody" }, (h, y) => `"Did ${h.who} ${h.base}?" ${y} asked.`),
  frame("had-not", OWN, (h) => `Had ${h.who} not ${h.done}, the truce would have held.`),
  frame("if-believed", OWN, (h, y) => `If ${y} is to be believed, ${h.who} ${h.past}.`),
  // asked for in so many words
  frame("told-to", by("demand"), (h, y) => `${cap(y)} told ${h.who} to ${h.base}.`),
  frame("do-not", by("demand", { polarity: "negative" }), (h, y) => `"Do not ${h.base}," ${y} told ${h.who}.`),
  frame("imperative", by("demand"), (h, y) => `"${cap(h.base)}," ${y} told ${h.who}.`),
  // made up
  frame("film", { holder: "nobody" }, (h) => `In the film, ${h.who} ${h.past}.`),
  frame("novel", { holder: "nobody" }, (h) => `The novel tells how ${h.who} ${h.past}.`),
  frame("exercise", { holder: "nobody" }, (h) => `In the exercise, ${h.who} ${h.past}.`),
  frame("dream", { holder: "nobody" }, (h) => `She dreamt that ${h.who} ${h.past}.`),
];
