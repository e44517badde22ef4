import type { Ledger } from "../../../core/ledger.ts";

/** "killed 30+ villagers/part" of each count of a report's claims, in the order of claims: the actor's name where one is known, else the report's words. */
export const countsIn = ({ claims, actors }: Pick<Ledger, "claims" | "actors">): string[] =>
  claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, high, who, whoText, role }) => {
      const figure = high === null ? `${low}+` : high === low ? `${low}` : `${low}-${high}`;
      const side = actors.find(({ id }) => id === who)?.name ?? whoText;
      return `${harm} ${figure} ${side}${role ? `/${role}` : ""}`;
    }),
  );
