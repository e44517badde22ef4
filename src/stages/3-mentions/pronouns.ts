import { isPassive, surfaceSubject } from "../../core/arguments.ts";
import { leadingLabel } from "../../core/label.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, upos } from "../../core/tree.ts";
import { ARMED, type Being, lastBefore, meet, mostRecent } from "./beings.ts";
import { blank, type Scene, say } from "./scene.ts";
import { says, speaks } from "./speaking.ts";

type Resolve = (u: number) => Being | null;

/** How many sentences back a pronoun may look. */
const REACH = 4;

/** Who "he", "they", "its", "we" are: the most salient actor that agrees in number and gender; null where none does. */
export function resolvePronoun(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "pronoun") return null;
  const { s } = scene;
  const { row } = unit.what;
  const span = { first: unit.first, last: unit.last, head: unit.head, form: "pronoun" as const };
  if (row.speaker) {
    const being = scene.quoted[unit.head]
      ? speakerOf(scene, unit.head, resolve)
      : (labelled(scene, unit.head, resolve) ?? scene.outlet);
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

/** The speaker of a verb; "*it* said that", which the parser may take for an empty "it". */
function utters({ s, index }: Scene, token: number): boolean {
  if (relation(s, token) !== "expl") return speaks(s, token);
  const verb = s.head[token]!;
  return verb > token && index.speaking.quoting.has(s.lemma[verb]!) && !isPassive(s, verb);
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

/** Near beats far, a subject beats the rest, a speaker beats a subject where the pronoun speaks. */
function mostSalient(
  scene: Scene,
  token: number,
  agrees: (being: Being) => boolean,
  number: Being["number"],
): Being | null {
  const { s } = scene;
  const here = s.sentence[token]!;
  const thing = number === "body";
  const speaking = utters(scene, token);
  const subject = subjectOver(s, token);
  const sayer = sayerOver(s, token);
  const harmed = isHarmed(scene, token);
  const leads = ownsMen(scene, token);
  const harmer = harmerOver(scene, token);
  const content = speaking ? contentBefore(s, token) : -1;
  let best: Being | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const being of scene.company.beings) {
    if (!agrees(being) || (!speaking && isPaper(scene, being, token, sayer))) continue;
    // "'A young man was stabbed,' *he* said": who speaks is not whom he only speaks of
    const told = speaking && !scene.quoted[token];
    const last = told ? being.heads.findLast((head) => head < token && !scene.quoted[head]) : lastBefore(being, token);
    if (last === undefined || last < 0) continue;
    // In a speaker's mouth "they" points at whom the speaker means, who need not be whom the report told of last.
    if (scene.quoted[token] && !scene.quoted[last]) continue;
    const gap = here - s.sentence[last]!;
    // "it" may be a thing: only a body that did something just before is a safe bet.
    if (gap > (thing ? 1 : REACH)) continue;
    let score = -10 * gap + last / s.length;
    let acts = false;
    for (let i = being.heads.length - 1; i >= 0; i--) {
      const head = being.heads[i]!;
      if (head >= token) continue;
      if (s.sentence[head] !== s.sentence[last]) break;
      if (relation(s, head) === "nsubj") {
        acts = true;
        // The subject of the whole sentence before those inside it: "the ministry said police had fled. It warned …"
        if (s.head[s.head[head]!] === -1) score += 3;
      }
      if (speaks(s, head) && speaking) score += 8;
    }
    // "fourteen people died. Hospital sources put them at 17 … killed forty of *them*": whom something befalls is rather whom something befell
    if (subject >= 0) score += undergoes(s, last) ? 6 : -12;
    else if (acts) score += 6;
    else if (thing) score -= 4;
    if (harmed && (being.number === number || being.kind !== "unknown") && undergoes(s, wholeOf(s, last))) score += 14;
    if (being.named) score += 2;
    if (sayer >= 0 && being.heads.includes(sayer)) score += 12;
    if (leads && leader(being)) score += 12;
    // "they": several people rather than a body
    if (speaking && being.number === number) score += 3;
    const does = subject >= 0 ? subject : harmer;
    if (content >= 0 && being.heads.some((head) => isNamedIn(s, head, content, s.head[token]!))) score -= 8;
    if (does >= 0 && being.heads.some((head) => head < token && isBelow(s, head, does))) continue;
    if (score > bestScore) {
      bestScore = score;
      best = being;
    }
  }
  return best;
}

/**
 * "A statement said *it* had ambushed a convoy", "a video released by a monitor showed *it* had been shelled": a document whose author nobody
 * knows says things and does nothing else, nor does anybody whom its own phrase only mentions.
 */
function isPaper({ s, index }: Scene, being: Being, token: number, sayer: number): boolean {
  const { kind, named, nouns, heads } = being;
  const { documents } = index.speaking;
  if (kind === "unknown" && !named && nouns.size > 0 && [...nouns].every((noun) => documents.has(noun))) return true;
  if (sayer < 0 || !documents.has(s.lemma[sayer]!) || heads.includes(sayer)) return false;
  return isBelow(s, lastBefore(being, token), sayer);
}

/** What somebody has said when his verb comes, by its head: "*the militants fled*, they said". -1 where the verb opens it. */
function contentBefore(s: Syntax, speaker: number): number {
  const verb = s.head[speaker]!;
  const parts = children(s, verb).filter((c) => relation(s, c) === "ccomp" || relation(s, c) === "parataxis");
  if (parts.length > 0) return parts.every((c) => c < speaker) ? parts[0]! : -1;
  return relation(s, verb) === "parataxis" && s.head[verb]! < speaker ? s.head[verb]! : -1;
}

/** Whether words name somebody within what is said, but for the clause of who says it: whoever speaks rather calls himself "he" there. */
const isNamedIn = (s: Syntax, head: number, content: number, verb: number): boolean =>
  head < verb &&
  upos(s, head) !== "PRON" &&
  isBelow(s, head, content) &&
  !(isBelow(s, verb, content) && isBelow(s, head, verb));

/** "*His* men burned a church": whose fighters or troops are told of is rather he who leads some than a priest who spoke. */
function ownsMen({ s, units, unitOf }: Scene, token: number): boolean {
  const u = s.deprel[token] === "nmod:poss" ? unitOf[s.head[token]!]! : -1;
  const what = u < 0 ? undefined : units[u]!.what;
  return (
    (what?.is === "noun" && MEN.has(what.row.role)) || (what?.is === "body" && what.word.body.kind === "state-forces")
  );
}

const MEN: ReadonlySet<string> = new Set(["fighter", "trooper", "member"]);

const leader = ({ number, kind, memberOf }: Being): boolean =>
  number === "one" && [kind, memberOf?.kind ?? "unknown"].some((k) => k === "state-forces" || ARMED.has(k));

/** Who says the clause that a pronoun is subject of: "the paper reported that *the army* said *it* had killed nine". -1 where nobody does. */
function sayerOver(s: Syntax, token: number): number {
  const clause = s.head[token]!;
  if (relation(s, token) !== "nsubj" || clause < 0 || relation(s, clause) !== "ccomp" || s.head[clause]! < 0) return -1;
  return surfaceSubject(s, s.head[clause]!);
}

/**
 * The subject of the verb that a pronoun stands under: "the lions of X stormed a post and killed seven of *them*" tells of nobody of X. -1
 * where the pronoun is the subject itself or a possessor ("X lost its men").
 */
export function subjectOver(s: Syntax, token: number): number {
  if (s.deprel[token] === "nmod:poss" || relation(s, token) === "nsubj") return -1;
  const t = wholeOf(s, token);
  if (!UNDERGOES.has(relation(s, t)) || s.head[t]! < 0) return -1;
  return upos(s, s.head[t]!) === "VERB" ? surfaceSubject(s, s.head[t]!) : -1;
}

/** "Police beat off the bandits, killing three of *their* men": who kills does not kill his own. -1 where nothing is done to them by force. */
function harmerOver({ s, index }: Scene, token: number): number {
  if (s.deprel[token] !== "nmod:poss") return -1;
  const t = wholeOf(s, s.head[token]!);
  const verb = relation(s, t) === "obj" ? s.head[t]! : -1;
  return verb >= 0 && index.harming.has(s.lemma[verb]!) ? surfaceSubject(s, verb) : -1;
}

const UNDERGOES = new Set(["obj", "iobj", "obl"]);
/** "Soldiers recovered the bodies of nine farmers. *They* had been killed by …": those found, not those who found them. */
const isHarmed = ({ s, index }: Scene, token: number): boolean =>
  s.deprel[token] === "nsubj:pass" && index.harming.has(s.lemma[s.head[token]!]!);

/** "the bodies of *nine farmers*": what they are told of as a part of. */
function wholeOf(s: Syntax, token: number): number {
  let t = token;
  while (relation(s, t) === "nmod" && s.head[t]! >= 0) t = s.head[t]!;
  return t;
}

const undergoes = (s: Syntax, t: number): boolean => relation(s, t) === "obj" || s.deprel[t] === "nsubj:pass";

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
