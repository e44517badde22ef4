/** The 23 scored slots of a MUC-4 template, their kinds, and the slots that a fill may refer to. */

export type SlotKind = "date" | "location" | "set" | "string" | "number";

export const SLOTS = {
  incident_date: { kind: "date", refers: false },
  incident_location: { kind: "location", refers: false },
  incident_type: { kind: "set", refers: false },
  incident_stage: { kind: "set", refers: false },
  incident_instrument_id: { kind: "string", refers: false },
  incident_instrument_type: { kind: "set", refers: true },
  perp_incident_category: { kind: "set", refers: false },
  perp_individual_id: { kind: "string", refers: false },
  perp_organization_id: { kind: "string", refers: false },
  perp_organization_confidence: { kind: "set", refers: true },
  phys_tgt_id: { kind: "string", refers: false },
  phys_tgt_type: { kind: "set", refers: true },
  phys_tgt_number: { kind: "number", refers: true },
  phys_tgt_foreign_nation: { kind: "set", refers: true },
  phys_tgt_effect: { kind: "set", refers: true },
  phys_tgt_total_number: { kind: "number", refers: false },
  hum_tgt_name: { kind: "string", refers: false },
  hum_tgt_description: { kind: "string", refers: true },
  hum_tgt_type: { kind: "set", refers: true },
  hum_tgt_number: { kind: "number", refers: true },
  hum_tgt_foreign_nation: { kind: "set", refers: true },
  hum_tgt_effect: { kind: "set", refers: true },
  hum_tgt_total_number: { kind: "number", refers: false },
} as const satisfies Record<string, { kind: SlotKind; refers: boolean }>;

export type Slot = keyof typeof SLOTS;
export const SLOT_NAMES = Object.keys(SLOTS) as Slot[];

/** At least one of these has to be partly right for two templates to be paired. */
export const MAP_SLOTS: readonly Slot[] = [
  "phys_tgt_id",
  "phys_tgt_type",
  "hum_tgt_name",
  "hum_tgt_description",
  "hum_tgt_type",
  "perp_individual_id",
  "perp_organization_id",
];

/** One way to fill a slot: values that stand for each other, and what it refers to (null: nothing, or "-"). */
export interface Alternative {
  readonly values: readonly string[];
  readonly refs: readonly (string | null)[] | null;
}

export interface Fill {
  readonly optional: boolean;
  readonly alternatives: readonly Alternative[];
}

export interface Template {
  readonly optional: boolean;
  readonly fills: Readonly<Record<Slot, readonly Fill[]>>;
}

/** A fill as the mapping writes it. */
export interface Answer {
  readonly v: string;
  readonly ref?: string | null;
}

export type Answers = Partial<Record<Slot, readonly Answer[]>>;

/** The shape of the key file. */
export interface RawFill {
  readonly optional?: boolean;
  readonly alts: readonly { readonly v: readonly string[]; readonly ref?: readonly (string | null)[] }[];
}
export interface RawDocument {
  readonly id: string;
  readonly text: string;
  readonly dateline?: string;
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly body_offset: number;
  readonly templates: readonly {
    readonly optional: boolean;
    readonly slots: Partial<Record<Slot, { readonly fills: readonly RawFill[] }>>;
  }[];
}

const usable = (value: string): boolean => value !== "" && value !== "-" && value !== "*";

export function keyTemplate(raw: RawDocument["templates"][number]): Template {
  const fills = Object.fromEntries(
    SLOT_NAMES.map((slot) => [
      slot,
      (raw.slots[slot]?.fills ?? []).flatMap((fill): Fill[] => {
        const alternatives = fill.alts
          .map(({ v, ref }) => ({
            values: v.filter(usable),
            refs: ref ? ref.map((r) => (r && usable(r) ? r : null)) : null,
          }))
          .filter(({ values }) => values.length > 0);
        return alternatives.length > 0 ? [{ optional: fill.optional ?? false, alternatives }] : [];
      }),
    ]),
  ) as Record<Slot, Fill[]>;
  return { optional: raw.optional, fills };
}

export function answerTemplate(answers: Answers): Template {
  const fills = Object.fromEntries(
    SLOT_NAMES.map((slot) => [
      slot,
      (answers[slot] ?? [])
        .filter(({ v }) => usable(v))
        .map(
          ({ v, ref }): Fill => ({
            optional: false,
            alternatives: [{ values: [v], refs: ref === undefined ? null : [ref] }],
          }),
        ),
    ]),
  ) as Record<Slot, Fill[]>;
  return { optional: false, fills };
}
