import type { EventType } from "../core/ledger.ts";

/** A type of the event tree in words: "violence/bombing/suicide" -> "suicide bombing", "coercion/arrest" -> "arrest". */
export function typeName(type: EventType): string {
  const [family, leaf, kind] = type.split("/");
  if (leaf === undefined) return family!;
  const words = leaf.replaceAll("-", " ");
  return kind === undefined ? words : `${kind.replaceAll("-", " ")} ${words}`;
}
