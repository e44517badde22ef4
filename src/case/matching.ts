import type { Decision, EventRef } from "../core/dossier.ts";
import { refKey } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { overlaps } from "../core/span.ts";
import { BLOCK_LIMIT, blockKeys } from "../dossier/blocks.ts";
import {
  type Compared,
  cluster,
  type Edge,
  edgesOf,
  type Links,
  NEIGHBOURHOOD,
  pairKey,
  raiseOnlyMatches,
} from "../dossier/cluster.ts";
import { bandKeys, COPY_SHARE, commonShare, signature } from "../dossier/copies.ts";
import { linksOf } from "../dossier/links.ts";
import { type Profile, profiles } from "../dossier/profile.ts";
import { eventsOf, groupId, inPublicationOrder } from "../dossier/reconcile.ts";
import { JOIN } from "../dossier/weights.ts";
import type { ReportHead, StoreReader, StoreWriter } from "../stores/store.ts";

/** The copy signature of a text, as stores keep it, and the keys under which copies meet. */
export function copySignature(text: string): { bytes: Uint8Array | null; bands: string[] } {
  const minima = signature(text);
  if (minima === null) return { bytes: null, bands: [] };
  return { bytes: new Uint8Array(minima.buffer), bands: bandKeys(minima) };
}

/** The first report whose text this one carries in another frame; null where it is the first of its kind. */
export async function findOriginal(store: StoreReader, report: string, text: string): Promise<string | null> {
  const mine = signature(text);
  if (mine === null) return null;
  for (const other of await store.signatures(bandKeys(mine))) {
    if (other.report === report) continue;
    const theirs = new Uint32Array(other.signature.slice().buffer);
    if (commonShare(mine, theirs) < COPY_SHARE) continue;
    const [head] = await store.heads([other.report]);
    return head?.copyOf ?? other.report;
  }
  return null;
}

/** Puts the events of a report in the index, or puts new ones in the place of the old, and regroups their neighbourhoods. */
export async function matchReport(writer: StoreWriter, ledger: Ledger, copyGroup: string): Promise<void> {
  const report = ledger.report.id;
  const former = await writer.profilesOfReport(report);
  const formerDossiers = await dossierIdsOf(
    writer,
    former.map((p) => p.key),
  );
  const neighbours = formerDossiers.length === 0 ? [] : await writer.members(formerDossiers);
  const own = profiles(ledger, 0, copyGroup);
  const keys = new Set(own.map((p) => p.key));
  if (former.length > 0) await writer.removeProfiles(report, keys);
  const posted: Profile[] = [];
  const edges: Compared[] = [];
  for (const profile of own) {
    const { posts, seeks } = blockKeys(profile);
    const sought = new Set(seeks);
    const there = await writer.posted(seeks, BLOCK_LIMIT);
    const candidates = new Map(there.filter((p) => p.ref.report !== report).map((p) => [p.key, p]));
    for (const earlier of posted)
      if (blockKeys(earlier).posts.some((key) => sought.has(key))) candidates.set(earlier.key, earlier);
    edges.push(...edgesOf(profile, [...candidates.values()]));
    posted.push(profile);
    await writer.putProfiles([{ profile, posts }]);
  }
  if (edges.length > 0) await writer.putEdges(raiseOnlyMatches(edges));
  const start = [...keys, ...neighbours.map((p) => p.key).filter((key) => !key.startsWith(`${report}/`))];
  const decisions = await decisionsInForce(writer);
  // Pairs are put anew, and what a coder settled stays settled.
  const { apart, held } = linksOf(decisions);
  const settled = [...apart, ...held].map((pair) => pair.split("|") as [string, string]);
  await writer.settle(
    settled.filter((pair) => pair.some((key) => keys.has(key))),
    true,
  );
  await regroup(writer, start, linksOf(decisions));
}

const dossierIdsOf = async (store: StoreReader, keys: readonly string[]): Promise<string[]> => [
  ...new Set((await store.dossiersOf(keys)).values()),
];

export const decisionsInForce = async (store: StoreReader): Promise<Decision[]> =>
  (await store.decisions()).map((kept) => kept.item);

/** Groups anew everything that likely pairs or a coder's joins lead to from `start`. */
export async function regroup(writer: StoreWriter, start: readonly string[], links: Links): Promise<void> {
  const joined = new Map<string, string[]>();
  for (const pair of links.together) {
    const [a, b] = pair.split("|") as [string, string];
    joined.set(a, [...(joined.get(a) ?? []), b]);
    joined.set(b, [...(joined.get(b) ?? []), a]);
  }
  const seen = new Set(start);
  const edges = new Map<string, Edge>();
  const asked = new Set<string>();
  const edgesOf = async (keys: readonly string[]): Promise<readonly Edge[]> => {
    const found = await writer.edges(keys);
    for (const key of keys) asked.add(key);
    for (const edge of found) edges.set(pairKey(edge.a, edge.b), edge);
    return found;
  };
  for (let front = [...seen]; front.length > 0 && seen.size < NEIGHBOURHOOD; ) {
    const next = new Set<string>();
    for (const edge of await edgesOf(front)) {
      if (edge.score > JOIN) for (const end of [edge.a, edge.b]) if (!seen.has(end)) next.add(end);
    }
    for (const key of front) for (const other of joined.get(key) ?? []) if (!seen.has(other)) next.add(other);
    for (const key of next) seen.add(key);
    front = [...next];
  }
  // Groups are regrouped whole.
  for (const member of await writer.members(await dossierIdsOf(writer, [...seen]))) seen.add(member.key);
  await edgesOf([...seen].filter((key) => !asked.has(key)));
  const nodes = await writer.profiles([...seen]);
  const groups = cluster(nodes, [...edges.values()], links);
  const dossierOf = new Map<string, string>();
  for (const group of groups) for (const member of group) dossierOf.set(member.key, groupId(group));
  await writer.setDossiers(dossierOf);
}

/**
 * Matches and groups the whole case anew, report by report in order of publication: what comes out depends on the reports and decisions
 * alone. Events keep their order of arrival, and dossiers so far as they can their ids.
 */
export async function matchAll(
  writer: StoreWriter,
  corrected: (report: string) => Promise<{ ledger: Ledger; copyGroup: string } | null>,
): Promise<void> {
  const heads: Pick<ReportHead, "id" | "published">[] = [];
  const ids = await writer.reportIds();
  for (let i = 0; i < ids.length; i += 500) heads.push(...(await writer.heads(ids.slice(i, i + 500))));
  heads.sort(inPublicationOrder);
  await writer.forgetMatches();
  for (const { id } of heads) {
    const report = await corrected(id);
    if (report) await matchReport(writer, report.ledger, report.copyGroup);
  }
}

/** Puts the decisions on events in force into effect after one came or went. */
export async function applyDecision(
  writer: StoreWriter,
  decision: Exclude<Decision, { kind: "alias" }>,
  inForce: boolean,
): Promise<void> {
  const keys = eventsOf(decision);
  const dossiers = await dossierIdsOf(writer, keys);
  if (decision.kind === "value" || decision.kind === "hold") await writer.touch(dossiers);
  if (decision.kind === "value") return;
  const pairs =
    decision.kind === "split"
      ? decision.members.flatMap((m) => decision.rest.map((r) => [refKey(m), refKey(r)] as const))
      : [[refKey(decision.a), refKey(decision.b)] as const];
  if (decision.kind !== "join") await writer.settle(pairs, inForce);
  if (decision.kind === "hold") return;
  const members = await writer.members(dossiers);
  await regroup(writer, [...new Set([...keys, ...members.map((p) => p.key)])], linksOf(await decisionsInForce(writer)));
  await writer.touch([...dossiers, ...(await dossierIdsOf(writer, keys))]);
}

/** The event of a new reading that an event of the old one has become: same trigger words and type before same words, before overlapping ones. */
export function eventAgain(old: Ledger, fresh: Ledger, id: string): string | null {
  const event = old.events.find((e) => e.id === id);
  if (!event) return null;
  let best: { id: string; score: number } | null = null;
  for (const other of fresh.events) {
    const same = other.trigger[0] === event.trigger[0] && other.trigger[1] === event.trigger[1];
    if (!same && !overlaps(other.trigger, event.trigger)) continue;
    const score = (same ? 2 : 1) + (other.type === event.type ? 1 : 0);
    if (best === null || score > best.score) best = { id: other.id, score };
  }
  return best?.id ?? null;
}

/** Decisions that speak of a report's events, made to speak of the events that a new reading has in their place. */
export async function renameInDecisions(writer: StoreWriter, old: Ledger, fresh: Ledger): Promise<void> {
  const report = old.report.id;
  const renamed = (ref: EventRef): EventRef =>
    ref.report === report ? { report, event: eventAgain(old, fresh, ref.event) ?? `${ref.event}?` } : ref;
  for (const { item } of await writer.decisions(true)) {
    if (item.kind === "alias" || !eventsOf(item).some((key) => key.startsWith(`${report}/`))) continue;
    if (item.kind === "split")
      await writer.putDecision({ ...item, members: item.members.map(renamed), rest: item.rest.map(renamed) });
    else if (item.kind === "value") await writer.putDecision({ ...item, member: renamed(item.member) });
    else await writer.putDecision({ ...item, a: renamed(item.a), b: renamed(item.b) });
  }
}
