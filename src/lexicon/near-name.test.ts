import { describe, expect, test } from "vitest";
import { loadLexicon } from "../resources.ts";
import { actorIndex, identity, type Known } from "./actor-index.ts";
import { foldName, soundWord } from "./fold.ts";
import { editDistance, nearName } from "./near-name.ts";
import { matchesAt, type Trie } from "./trie.ts";

const index = actorIndex(await loadLexicon());

function* all(node: Trie<Known>["root"]): Generator<Known> {
  yield* node.values ?? [];
  for (const next of node.next.values()) yield* all(next);
}
const names = [...all(index.names.root)];
/** Who bears each folded name. */
const bearers = new Map<string, Set<string>>();
for (const known of names) {
  const key = foldName(known.form).join(" ");
  bearers.set(key, (bearers.get(key) ?? new Set()).add(identity(known)));
}

test("edits", () => {
  expect(["kitten", "sitting", "knitten", "iktten"].map((word) => editDistance("kitten", word, 2))).toEqual([
    0, 3, 1, 1,
  ]);
});

describe("spellings of one name", () => {
  test.each([
    ["Jund al-Khilafah", "Jundul Khilafah"],
    ["Jund al Khilafa", "Jund al-Khilafah"],
    ["Shabab", "al-Shabaab"],
    ["Ansar al-Sharia", "Ansar ash-Sharia"],
  ])("%s is %s", (a, b) => expect(keyOf(a)).toBe(keyOf(b)));
  const keyOf = (name: string) => foldName(name).map(soundWord).join(" ");

  test("a letter wrong in a long name", () => {
    expect(nearName(index, foldName("Lord's Resistence Army"))).toMatchObject({
      row: { id: "lord-s-resistance-army" },
    });
    expect(nearName(index, foldName("Lashkar-e-Jhanvgi"))).toMatchObject({ row: { id: "lashkar-e-jhangvi" } });
  });
  test("but none in figures, short names, or two words", () => {
    expect(nearName(index, foldName("48th Brigade"))).toBeNull();
    expect(nearName(index, foldName("Hamaz"))).toBeNull();
    expect(nearName(index, foldName("Lords Resistence Armi"))).toBeNull();
  });
});

describe(`over all ${names.length} names of the registry`, () => {
  test("no known name is taken for another by distance", () => {
    for (const { form } of names) expect(nearName(index, foldName(form)), form).toBeNull();
  });
  test("no name with a letter missing is taken for somebody else's", () => {
    let own = 0;
    for (const [n, known] of names.entries()) {
      const key = foldName(known.form).join(" ");
      const at = 1 + (n % Math.max(1, key.length - 1));
      const near = nearName(index, `${key.slice(0, at)}${key.slice(at + 1)}`.trim().split(/ +/));
      if (near === null) continue;
      own++;
      expect(bearers.get(key)!.has(identity(near)), `${known.form}: ${near.form}`).toBe(true);
    }
    expect(own).toBeGreaterThan(1000);
  });
  test("what is matched by sound is one actor, and no name sounds like it that is another's", () => {
    for (const known of names) {
      const sounds = foldName(known.form).map(soundWord);
      const whole = matchesAt(index.sounds, sounds, 0).find((match) => match.length === sounds.length);
      if (whole === undefined) continue;
      for (const heard of whole.values) expect(identity(heard), known.form).toBe(identity(known));
    }
  });
});
