import { surfaceSubject } from "../../core/arguments.ts";
import { leadingLabel } from "../../core/label.ts";
import type { Syntax } from "../../core/syntax.ts";
import { relation } from "../../core/tree.ts";
import { type Being, meet, mostRecent } from "./beings.ts";
import { mostSalient, utters } from "./salience.ts";
import { blank, type Scene, say } from "./scene.ts";
import { isCited, says, speaks } from "./speaking.ts";

type Resolve = (u: number) => Being | null;

/** Who "he", "they", "its", "we" are: the most salient actor that agrees in number and gender; null where none does. */
export function resolvePronoun(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "pronoun") return null;
  const { s } = scene;
  const { row } = unit.what;
  const span = { first: unit.first, last: unit.last, head: unit.head, form: "pronoun" as const };
  if (row.speaker) {
    const being = scene.quoted[unit.head]
      ? (speakerOf(scene, unit.head, resolve) ?? introducer(scene, unit.head, resolve))
      : (labelled(scene, unit.head, resolve) ??
        unmarked(scene, unit.head, row.number.includes("body"), resolve) ??
        introducer(scene, unit.head, resolve) ??
        scene.outlet);
    if (being === null) return null;
    const body =
      row.number.includes("body") && being.number === "one" && being.memberOf !== null ? being.memberOf : being;
    return say(scene, body, {
      ...span,
      rule: being === scene.outlet ? "reference/own-voice" : "reference/speaker-of-quotation",
    });
  }
  const agrees = (being: Being): boolean =>
    being !== scene.outlet &&
    (row.number as readonly string[]).includes(being.number) &&
    (row.gender === undefined || being.gender === null || being.gender === row.gender);
  const author = row.number[0] === "body" && utters(scene, unit.head) ? writer(scene, unit.head, resolve) : null;
  if (author !== null) return say(scene, author, { ...span, rule: "reference/document" });
  const best = mostSalient(scene, unit.head, agrees, row.number[0]!);
  if (best === null) {
    if (row.number[0] !== "body") {
      scene.doubts.push({
        code: "N-ACTOR-02",
        about: "",
        message: `Nobody before "${s.text.slice(s.start[unit.head]!, s.end[unit.head]!)}" agrees with it. It stays unresolved.`,
        first: unit.first,
        last: unit.last,
      });
    }
    // Whoever he is, it is he who says it, and not the outlet.
    if (!says(s, unit.head, scene.index.speaking.verbs)) return null;
    const nobody = meet(scene.company, `unresolved:${unit.head}`, () =>
      blank(s.lower[unit.head]!, {
        number: row.number[0]!,
        gender: row.gender ?? null,
      }),
    );
    return say(scene, nobody, { ...span, rule: "reference/unresolved-speaker" });
  }
  if (row.gender !== undefined && best.gender === null) best.gender = row.gender;
  return say(scene, best, { ...span, rule: "reference/pronoun" });
}

/** "*A rebel statement* put losses at 14. *It* said …": the document that the sentence before tells of speaks on. */
function writer(scene: Scene, token: number, resolve: Resolve): Being | null {
  const { s } = scene;
  const before = s.sentence[token]! - 1;
  if (before < 0 || s.block[before] !== s.block[before + 1]) return null;
  for (let t = s.sentenceStart[before]!; t < s.sentenceStart[before + 1]!; t++) {
    const u = scene.unitOf[t]!;
    const what = u < 0 ? undefined : scene.units[u]!.what;
    if (what?.is !== "noun" || what.row.role !== "document" || relation(s, t) !== "nsubj") continue;
    if (s.head[s.head[t]!] === -1) return resolve(u);
  }
  return null;
}

/** Who says the words in quotation marks around a token: the speaker of its sentence, else of the one before or after. */
function speakerOf(scene: Scene, token: number, resolve: Resolve): Being | null {
  const { s } = scene;
  const here = s.sentence[token]!;
  for (const sentence of [here, here - 1, here + 1, here - 2]) {
    const being = speakerIn(scene, sentence, resolve);
    if (being !== null) return being;
  }
  return null;
}

/** "*We* shot three rebels, *the commander* said", "the commander said: *we* …": words without quotation marks that are the speaker's all the same. */
function unmarked({ s, index, unitOf }: Scene, token: number, plural: boolean, resolve: Resolve): Being | null {
  for (let t = token; s.head[t]! >= 0; t = s.head[t]!) {
    const verb = s.head[t]!;
    if (!["ccomp", "parataxis"].includes(relation(s, t)) || !index.speaking.quoting.has(s.lemma[verb]!)) continue;
    const led = verb < token && s.lower.slice(verb + 1, token + 1).includes(":");
    const subject = surfaceSubject(s, verb);
    const u = (verb > token || led) && subject >= 0 ? unitOf[subject]! : -1;
    const being = u < 0 ? null : resolve(u);
    // "*our* heroes were killed, a field commander told us": whose heroes they are, the outlet's name says better than he does
    const owns = s.deprel[token] === "nmod:poss" && plural && being?.memberOf === null;
    return owns ? null : being;
  }
  // "…, according to the commander"
  for (let t = token + 1; t < s.length && s.sentence[t] === s.sentence[token]; t++)
    if (unitOf[t]! >= 0 && isCited(s, t, index.speaking.phrases)) return resolve(unitOf[t]!);
  return null;
}

/** "*The Command* announces: ¶ *Our* fighters …": who was given the floor. */
function introducer({ s, introduced, unitOf, outlet }: Scene, token: number, resolve: Resolve): Being | null {
  const n = s.sentence[token]!;
  for (const speaker of introduced.find(({ first, last }) => first <= n && n <= last)?.speakers ?? []) {
    const being = unitOf[speaker]! < 0 ? null : resolve(unitOf[speaker]!);
    if (being !== null && being !== outlet) return being;
  }
  return null;
}

/** "*Col. Smith*: We shelled the camp.": whose name opens the paragraph speaks in it; after "A:" whoever was named last before the interview. */
function labelled(scene: Scene, token: number, resolve: Resolve): Being | null {
  const { s } = scene;
  let first = s.sentence[token]!;
  while (first > 0 && s.block[first - 1] === s.block[first]) first--;
  const label = leadingLabel(s, first);
  if (label && label.first === label.last && scene.index.speaking.answers.has(s.lower[label.head]!)) {
    const begins = firstAnswer(scene);
    return mostRecent(scene.company, begins, (b) => b.number === "one" && b.named);
  }
  const u = label && label.mark < token ? scene.unitOf[label.head]! : -1;
  return u < 0 ? null : resolve(u);
}

/** The label of the first answer. */
function firstAnswer({ s, index }: Scene): number {
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const label = leadingLabel(s, n);
    if (label && label.first === label.last && index.speaking.answers.has(s.lower[label.head]!)) return label.head;
  }
  return s.length;
}

function speakerIn(scene: Scene, sentence: number, resolve: Resolve): Being | null {
  const { s } = scene;
  if (sentence < 0 || sentence + 1 >= s.sentenceStart.length) return null;
  for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) {
    if (scene.quoted[t] || !speaks(s, t)) continue;
    const u = scene.unitOf[t]!;
    const being = u < 0 ? null : resolve(u);
    if (being !== null && being !== scene.outlet) return being;
  }
  return null;
}

/** 1 for tokens inside quotation marks; a block ends every quotation. */
export function quotedTokens(s: Syntax): Uint8Array {
  const quoted = new Uint8Array(s.length);
  let open = false;
  for (let t = 0; t < s.length; t++) {
    if (t > 0 && s.block[s.sentence[t]!] !== s.block[s.sentence[t - 1]!]) open = false;
    const mark = s.text.slice(s.start[t]!, s.end[t]!);
    if (mark === "“" || mark === "«") open = true;
    else if (mark === "”" || mark === "»") open = false;
    else if (mark === '"' || mark === "''" || mark === "``") open = !open;
    else quoted[t] = open ? 1 : 0;
  }
  return quoted;
}
