import type { Ledger } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import {
  countOf,
  type Input,
  type IntakeOptions,
  type Met,
  nameOf,
  prepare,
  type Source,
  sha256,
  sources,
} from "../intake/index.ts";
import type { Store } from "../stores/store.ts";
import type { AddOptions, AddSummary } from "./case.ts";
import { keepReport } from "./keep.ts";
import { Pace } from "./pace.ts";
import type { Reader } from "./reader.ts";

/** Reports kept in one go: few enough that a killed import loses little and other writers wait briefly. */
const BATCH = 24;
const BATCH_MS = 500;

interface Read {
  readonly source: Source;
  readonly original: string;
  readonly ledger: Ledger;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type Draft = Mutable<AddSummary>;

/** Reads inputs one after the other, `reader.width` at once, and keeps them in batches. What is in already is not read again, which also makes a stopped import go on where it was. */
export async function addInputs(
  store: Store,
  reader: Reader,
  inputs: readonly Input[],
  options: AddOptions & IntakeOptions,
  now: () => Date,
): Promise<AddSummary> {
  const summary: Draft = { read: [], skipped: [], updated: [], left: [], failed: [], seconds: 0 };
  const pace = new Pace(options.onProgress, await countOf(inputs));
  const batch: Read[] = [];
  let since = performance.now();
  const flush = async () => {
    if (batch.length === 0) return;
    const some = batch.splice(0);
    await keepBatch(store, some, summary, now);
    since = performance.now();
  };
  const running = new Set<Promise<void>>();
  for await (const met of metIn(inputs, options)) {
    options.signal?.throwIfAborted();
    if (met.kind === "left") {
      summary.left.push({ name: met.name, why: met.why });
      continue;
    }
    if (met.kind === "many") {
      // The table itself was counted as one.
      pace.expect(met.count - 1);
      continue;
    }
    if (met.kind === "failed") {
      summary.failed.push(failure(met.name, met.error));
      pace.did(met.name);
      continue;
    }
    const task = readOne(store, reader, met.source, summary)
      .then((read) => {
        if (read) batch.push(read);
      })
      .catch((error) => void summary.failed.push(failure(met.source.name, error)))
      .finally(() => {
        pace.did(met.source.name);
        running.delete(task);
      });
    running.add(task);
    if (running.size >= reader.width) await Promise.race(running);
    if (batch.length >= BATCH || performance.now() - since > BATCH_MS) await flush();
  }
  await Promise.all(running);
  await flush();
  return { ...summary, seconds: pace.seconds() };
}

async function* metIn(inputs: readonly Input[], options: IntakeOptions): AsyncGenerator<Met> {
  for (const input of inputs) {
    try {
      yield* sources(input, options);
    } catch (error) {
      yield { kind: "failed", name: nameOf(input), error };
    }
  }
}

/** Null where the same bytes are in already. */
async function readOne(store: Store, reader: Reader, source: Source, summary: Draft): Promise<Read | null> {
  const original = sha256(source.bytes);
  const [known] = await store.reportsOfOriginal(original);
  if (known !== undefined && source.externalId === null) {
    summary.skipped.push({ name: source.name, report: known, why: "known" });
    return null;
  }
  if (known !== undefined && (await store.reportByExternalId(source.externalId!)) === known) {
    summary.skipped.push({ name: source.name, report: known, why: "known" });
    return null;
  }
  const { content, options } = await prepare(source);
  return { source, original, ledger: await reader.read(content, options) };
}

async function keepBatch(store: Store, batch: readonly Read[], summary: Draft, now: () => Date): Promise<void> {
  const done: (() => void)[] = [];
  await store.write(async (writer) => {
    done.length = 0;
    for (const { source, original, ledger } of batch) {
      const { id } = ledger.report;
      const former = source.externalId === null ? null : await writer.reportByExternalId(source.externalId);
      const there = await writer.report(id);
      if (there && (former === null || former === id)) {
        done.push(() => summary.skipped.push({ name: source.name, report: id, why: "same-text" }));
        continue;
      }
      const { contentType: _, ...given } = source.given;
      const report = {
        id,
        name: source.name,
        original,
        mediaType: source.mediaType,
        externalId: source.externalId,
        added: now().toISOString(),
        given: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >,
        ledger,
      };
      await keepReport(writer, report, source.bytes, former);
      done.push(() =>
        former === null
          ? summary.read.push({ name: source.name, report: id, claims: ledger.claims.length })
          : summary.updated.push({ name: source.name, report: id }),
      );
    }
  });
  // Only what is committed counts as read.
  for (const say of done) say();
}

/** Keeps ledgers read elsewhere. Their text stands for the original. */
export async function addLedgers(store: Store, ledgers: readonly Ledger[], now: () => Date): Promise<AddSummary> {
  const started = performance.now();
  const summary: Draft = { read: [], skipped: [], updated: [], left: [], failed: [], seconds: 0 };
  for (let i = 0; i < ledgers.length; i += BATCH) {
    const batch = ledgers.slice(i, i + BATCH).map((ledger): Read => {
      const bytes = new TextEncoder().encode(ledger.report.text);
      const name = ledger.report.url ?? ledger.report.title ?? ledger.report.id;
      return {
        source: { name, bytes, mediaType: "text/plain", given: {}, externalId: null },
        original: sha256(bytes),
        ledger,
      };
    });
    await keepBatch(store, batch, summary, now);
  }
  return { ...summary, seconds: (performance.now() - started) / 1000 };
}

/** Reads every report again from its original. */
export async function reread(store: Store, reader: Reader, options: AddOptions): Promise<AddSummary> {
  const ids = await store.reportIds();
  const summary: Draft = { read: [], skipped: [], updated: [], left: [], failed: [], seconds: 0 };
  const pace = new Pace(options.onProgress, ids.length);
  for (const id of ids) {
    options.signal?.throwIfAborted();
    const kept = await store.report(id);
    if (!kept) continue;
    try {
      const bytes = await store.original(kept.original);
      if (bytes === null)
        throw new Problem("E-CASE-04", `The original of ${kept.name} is not in the case.`, "Run hearsay verify.");
      const { name, mediaType, given, externalId } = kept;
      const { content, options } = await prepare({ name, bytes, mediaType, given, externalId });
      const ledger = await reader.read(content, options);
      const { order: _, copyOf: __, ...report } = kept;
      await store.write((writer) => keepReport(writer, { ...report, id: ledger.report.id, ledger }, bytes, id));
      summary.updated.push({ name, report: ledger.report.id });
    } catch (error) {
      summary.failed.push(failure(kept.name, error));
    }
    pace.did(kept.name);
  }
  return { ...summary, seconds: pace.seconds() };
}

export function failure(name: string, error: unknown): AddSummary["failed"][number] {
  if (error instanceof Problem) return { name, code: error.code, message: `${error.what} ${error.advice}` };
  return { name, code: "E-INTAKE-99", message: error instanceof Error ? error.message : String(error) };
}
