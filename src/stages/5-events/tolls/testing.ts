import { read } from "../../../index.ts";

/** For tests: "killed 30+ villagers/part" of each count of a report's claims, in the order of claims; `whoText` with "the actor's name" where one is known. */
export async function countsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { published: "2020-05-05" });
  return claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, high, who, whoText, role }) => {
      const figure = high === null ? `${low}+` : high === low ? `${low}` : `${low}-${high}`;
      const side = actors.find(({ id }) => id === who)?.name ?? whoText;
      return `${harm} ${figure} ${side}${role ? `/${role}` : ""}`;
    }),
  );
}
