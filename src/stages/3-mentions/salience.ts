import { isPassive, surfaceSubject } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, upos } from "../../core/tree.ts";
import { ARMED, type Being, lastBefore } from "./beings.ts";
import type { Scene } from "./scene.ts";
import { speaks } from "./speaking.ts";

/** Whom a pronoun most likely means, of those who agree with it. */

/** How many sentences back a pronoun may look. */
const REACH = 4;

/** The speaker of a verb; "*it* said that", which the parser may take for an empty "it". */
export function utters({ s, index }: Scene, token: number): boolean {
  if (relation(s, token) !== "expl") return speaks(s, token);
  const verb = s.head[token]!;
  return verb > token && index.speaking.quoting.has(s.lemma[verb]!) && !isPassive(s, verb);
}

/** Near beats far, a subject beats the rest, a speaker beats a subject where the pronoun speaks. */
export function mostSalient(
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
  const before = speaking ? -1 : subjectBefore(s, token);
  const sayer = before >= 0 ? -1 : sayerOver(s, token);
  const own = ownerOver(scene, token);
  const harmed = isHarmed(scene, token);
  const leads = ownsMen(scene, token);
  const beside = ownerBeside(s, token);
  const harmer = harmerOver(scene, token);
  const content = speaking ? contentBefore(s, token) : -1;
  let best: Being | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const being of scene.company.beings) {
    if (!agrees(being) || (!speaking && isPaper(scene, being, token, sayer))) continue;
    if (sayer >= 0 && isHearer(s, s.head[s.head[token]!]!, lastBefore(being, token))) continue;
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
    if (before >= 0 && being.heads.includes(before)) score += 12;
    if (own >= 0 && being.heads.includes(own)) score += 20;
    if (leads && leader(being)) score += 12;
    if (beside >= 0 && being.heads.includes(beside)) score += 20;
    // "they": several people rather than a body
    if ((speaking || s.deprel[token] === "nmod:poss") && being.number === number) score += 3;
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

/** "killed *a woman* and *her* two children": who stands before somebody's own in one row. -1 where nobody does. */
function ownerBeside(s: Syntax, token: number): number {
  const noun = s.head[token]!;
  return s.deprel[token] === "nmod:poss" && relation(s, noun) === "conj" ? s.head[noun]! : -1;
}

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

/** "The army said *the enemy* had lost men: before it fled *it* burned the clinic": of whom the clause before a colon tells, the clause behind it goes on to tell. -1 where there is none. */
function subjectBefore(s: Syntax, token: number): number {
  if (relation(s, token) !== "nsubj" && s.deprel[token] !== "nmod:poss") return -1;
  const first = s.sentenceStart[s.sentence[token]!]!;
  let mark = token - 1;
  while (mark >= first && s.lower[mark] !== ":") mark--;
  // not who says it beside: "The group claims it, says the agency: its men …"
  for (let t = mark - 1; t >= first; t--)
    if (relation(s, t) === "nsubj" && s.head[t]! < mark && relation(s, s.head[t]!) !== "parataxis") return t;
  return -1;
}

/** "Told *Al Jazeera* that it had attacked the base": who is told did nothing of what he is told. */
const isHearer = (s: Syntax, verb: number, head: number): boolean =>
  head >= 0 && s.head[head] === verb && ["obj", "iobj"].includes(relation(s, head));

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
  if (s.deprel[token] !== "nmod:poss" || isOwn(index, s, token)) return -1;
  const t = wholeOf(s, s.head[token]!);
  const verb = relation(s, t) === "obj" ? s.head[t]! : -1;
  return verb >= 0 && index.harming.has(s.lemma[verb]!) ? surfaceSubject(s, verb) : -1;
}

/** "*its own* positions" */
const isOwn = (index: Scene["index"], s: Syntax, token: number): boolean =>
  index.small.reflexive!.has(s.lower[token + 1] ?? "");

/** "The enemy shelled *its own* positions": those of whoever does it; -1 where the word does not say so. */
function ownerOver({ s, index }: Scene, token: number): number {
  if (s.deprel[token] !== "nmod:poss" || !isOwn(index, s, token)) return -1;
  let verb = s.head[token]!;
  while (verb >= 0 && upos(s, verb) !== "VERB") verb = s.head[verb]!;
  return verb < 0 ? -1 : surfaceSubject(s, verb);
}

const UNDERGOES = new Set(["obj", "iobj", "obl"]);
/** "Soldiers recovered the bodies of nine farmers. *They* had been killed by …", "seven of *them* were freed": those found or seized, not those who did it. */
function isHarmed({ s, index }: Scene, token: number): boolean {
  const t = wholeOf(s, token);
  return s.deprel[t] === "nsubj:pass" && index.befalling.has(s.lemma[s.head[t]!]!);
}

/** "the bodies of *nine farmers*": what they are told of as a part of. */
function wholeOf(s: Syntax, token: number): number {
  let t = token;
  while (relation(s, t) === "nmod" && s.head[t]! >= 0) t = s.head[t]!;
  return t;
}

const undergoes = (s: Syntax, t: number): boolean => relation(s, t) === "obj" || s.deprel[t] === "nsubj:pass";
