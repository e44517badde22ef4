import { type Being, noteHead } from "./beings.ts";
import type { Scene } from "./scene.ts";

/** One actor that was taken for two: everything said of the one is said of the other. */
export function absorb(scene: Scene, gone: Being, into: Being): void {
  const { company, said, resolved } = scene;
  said.forEach((mention, i) => {
    if (mention.being === gone) said[i] = { ...mention, being: into };
  });
  for (const [v, being] of resolved) if (being === gone) resolved.set(v, into);
  for (const being of company.beings) if (being.memberOf === gone) being.memberOf = into;
  for (const [key, being] of company.byKey) if (being === gone) company.byKey.set(key, into);
  for (const head of gone.heads) noteHead(into, head);
  for (const noun of gone.nouns) into.nouns.add(noun);
  into.memberOf ??= gone.memberOf;
  company.beings.splice(company.beings.indexOf(gone), 1);
}
