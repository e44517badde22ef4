import { expect, test } from "vitest";
import type { Decision } from "../core/dossier.ts";
import { aliasCandidates, type NamedActor } from "./alias-candidates.ts";
import { aliasesOf } from "./aliases.ts";

const actor = (name: string, more: Partial<NamedActor> = {}): NamedActor => ({
  name,
  entry: null,
  kind: "armed-group",
  country: null,
  reports: 1,
  ...more,
});
const rules = (...names: NamedActor[]) =>
  aliasCandidates(names).map(({ reasons }) => reasons.map((r) => r.rule.slice(6)));

test.each([
  ["Jund al Khilafa", "Jund al-Khilafah Brigade", "contained"],
  ["Katiba Salahadin", "Katiba Salah ad-Din", null],
  ["Liwa Thuwar al-Raqqa", "Liwa Thuwwar ar-Raqqah", null],
  ["Harakat Sawaid", "Harakat Suwaid", "spelling"],
  ["PLF", "Palm Liberation Front", "acronym"],
])("%s and %s: %s", (a, b, rule) => {
  const found = rules(actor(a), actor(b));
  if (rule === null) expect(found.length).toBeLessThanOrEqual(1);
  else expect(found[0]).toContain(rule);
});

test.each([
  ["numbers part brigades", actor("7th Brigade"), actor("8th Brigade")],
  [
    "the registry has told them apart",
    actor("Palm Front", { entry: "a" }),
    actor("Palm Front Brigade", { entry: "b" }),
  ],
  ["persons are not asked about", actor("John Palm", { kind: "person" }), actor("J. Palm Palm", { kind: "person" })],
  ["other words, other actor", actor("Palm Front"), actor("Cedar League")],
  ["another country's army", actor("Palm Army", { country: "SDN" }), actor("Palm Army Group", { country: "MLI" })],
])("%s", (_, a, b) => expect(aliasCandidates([a, b])).toEqual([]));

const decide = (verdict: "one" | "never", a: string, b: string, n: number): Decision => ({
  id: `D-${n}`,
  author: "ana",
  time: `2026-03-0${n}`,
  reason: "",
  kind: "alias",
  verdict,
  a: { name: a, entry: null },
  b: { name: b, entry: b === "ISIS" ? "isis" : null },
});

test("names joined through others stand under one id, the registry's where it has one; a later word wins", () => {
  const joins = [decide("one", "Jund", "The Jund Brigade", 1), decide("one", "Jund", "Soldiers", 2)];
  const { entryOf } = aliasesOf(joins);
  expect(new Set(entryOf.values())).toEqual(new Set(["case:jund"]));
  expect([...entryOf.keys()].sort()).toEqual(["name:jund", "name:jund brigade", "name:soldiers"]);
  expect(aliasesOf([...joins, decide("one", "Soldiers", "ISIS", 3)]).entryOf.get("name:jund")).toBe("isis");
  const later = aliasesOf([...joins, decide("never", "Soldiers", "Jund", 3)]);
  expect(later.entryOf.has("name:soldiers")).toBe(false);
  expect(later.settled.has("name:jund|name:soldiers")).toBe(true);
});
