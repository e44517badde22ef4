/** Checks the actor registry for clashes and duplicates: `npx tsx scripts/check-lexicon.ts`. Exits 1 and names each fault. */
import { loadLexicon } from "../src/resources.ts";
import { actorFaults, soundAlikes } from "./lexicon/clashes.ts";

const lexicon = await loadLexicon();
const faults = actorFaults(lexicon);
for (const fault of faults) console.error(`lexicon: ${fault}`);
console.log(
  `${lexicon.actors.length} actors, ${lexicon.states.length} states, ${soundAlikes(lexicon).length} names matched by spelling only`,
);
if (faults.length > 0) process.exit(1);
