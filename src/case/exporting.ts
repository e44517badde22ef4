import type { Note, Review } from "../core/correction.ts";
import type { Ledger } from "../core/ledger.ts";
import type { Story } from "../core/story.ts";
import { applyCorrections } from "../corrections/apply.ts";
import { storyOf } from "../dossier/story.ts";
import { type Codes, formatNamed, KEEP, numberRule, redactPeople } from "../formats/index.ts";
import { loadLexicon } from "../resources.ts";
import type { Store } from "../stores/store.ts";
import type { Exported, ExportOptions } from "./case.ts";
import { loadDossier } from "./dossiers.ts";
import { correctionsOf } from "./keep.ts";

/** Dossiers looked up at a time. */
const PAGE = 500;

export async function exportCase(store: Store, options: ExportOptions): Promise<Exported> {
  const format = formatNamed(options.format);
  const rule = numberRule(options.profile ?? format.rule ?? "acled-conservative");
  const ids: string[] = [];
  const { offset: first = 0, limit = Number.POSITIVE_INFINITY, ids: wanted, ...filter } = options;
  // In order of time, oldest first: rows of a later export of the same case come after those of an earlier one.
  for (let offset = first; ids.length < limit; offset += PAGE) {
    const { items } = await store.listDossiers(
      { ...filter, ...(wanted ? { ids: wanted } : {}) },
      { offset, limit: Math.min(PAGE, limit - ids.length) },
    );
    ids.push(...items.map((head) => head.id));
    if (items.length < PAGE) break;
  }
  const ledgers = new Map<string, Ledger>();
  const reviews = new Map<string, readonly Review[]>();
  const notes = new Map<string, readonly Note[]>();
  const stories: Story[] = [];
  for (const id of ids.reverse()) {
    const dossier = await loadDossier(store, id);
    if (!dossier) continue;
    for (const { report } of dossier.members) {
      if (ledgers.has(report)) continue;
      const kept = await store.report(report);
      const corrected = applyCorrections(kept!.ledger, await correctionsOf(store, report));
      ledgers.set(report, corrected.ledger);
      reviews.set(report, corrected.reviews);
      notes.set(report, corrected.notes);
    }
    stories.push(storyOf(dossier, ledgers, reviews, notes));
  }
  const redact = options.redactPeople ? redactPeople(ledgers.values()) : KEEP;
  const { files, rows } = format.write({ stories, ledgers, codes: await codes(), rule, redact });
  const { mediaType, extension } = format;
  const text = files.length === 1 ? files[0]!.text : files.map((f) => `==> ${f.name} <==\n${f.text}`).join("\n");
  return { files, text, mediaType, extension, rows, rule: format.rule === null ? null : rule.id };
}

async function codes(): Promise<Codes> {
  const { eventTypes, countryCodes } = await loadLexicon();
  return {
    types: new Map(eventTypes.map((row) => [row.type, row])),
    countries: new Map(countryCodes.map((row) => [row.code, row])),
  };
}
