import { simplify } from "./fills.ts";
import type { RawDocument, Slot, Template } from "./slots.ts";
import { keyTemplate } from "./slots.ts";

/** CEAF-REE over the five roles of recent papers: entities of a document matched one to one, per role. */

const ROLES: readonly Slot[] = [
  "perp_individual_id",
  "perp_organization_id",
  "phys_tgt_id",
  "hum_tgt_name",
  "incident_instrument_id",
];

type Entity = readonly string[];

function bodyText(document: RawDocument): string {
  return document.text
    .slice(document.body_offset)
    .trim()
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .toLowerCase()
    .split("\n\n")
    .map((paragraph) => paragraph.split("\n").join(" "))
    .join(" ");
}

function entitiesOf(template: Template, slot: Slot, text: string | null): Entity[] {
  return template.fills[slot].flatMap(({ alternatives }): Entity[] => {
    let mentions = alternatives.flatMap(({ values }) => values);
    if (text !== null) {
      mentions = mentions.map((m) => m.toLowerCase()).filter((m) => text.includes(m));
      mentions.sort((a, b) => text.indexOf(a) - text.indexOf(b));
    }
    return mentions.length > 0 ? [mentions.map(simplify)] : [];
  });
}

const within = (gold: Entity, predicted: Entity): boolean => predicted.every((mention) => gold.includes(mention));

function pooled(templates: readonly Template[], slot: Slot, text: string | null): Entity[] {
  const found: Entity[] = [];
  for (const template of templates) {
    for (const entity of entitiesOf(template, slot, text)) {
      if (!found.some((known) => within(known, entity) || within(entity, known))) found.push(entity);
    }
  }
  return found;
}

function bestMatching(edges: readonly (readonly number[])[]): number {
  const taken = new Map<number, number>();
  const place = (i: number, seen: Set<number>): boolean =>
    edges[i]!.some((j) => {
      if (seen.has(j)) return false;
      seen.add(j);
      const holder = taken.get(j);
      if (holder !== undefined && !place(holder, seen)) return false;
      taken.set(j, i);
      return true;
    });
  return edges.filter((_, i) => place(i, new Set())).length;
}

/** Micro-averaged over documents and roles, in percent. */
export function ceafRee(documents: readonly { raw: RawDocument; responses: readonly Template[] }[]): {
  r: number;
  p: number;
  f: number;
} {
  let [matched, predicted, gold] = [0, 0, 0];
  for (const { raw, responses } of documents) {
    const keys = raw.templates.map(keyTemplate);
    const text = bodyText(raw);
    for (const slot of ROLES) {
      const g = pooled(keys, slot, text);
      const p = pooled(responses, slot, null);
      matched += bestMatching(p.map((entity) => g.flatMap((other, j) => (within(other, entity) ? [j] : []))));
      predicted += p.length;
      gold += g.length;
    }
  }
  const [p, r] = [predicted ? (100 * matched) / predicted : 0, gold ? (100 * matched) / gold : 0];
  return { r, p, f: r + p > 0 ? (2 * r * p) / (r + p) : 0 };
}
