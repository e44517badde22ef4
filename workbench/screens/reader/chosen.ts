import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";
import type { Claim } from "../../../src/index.ts";

/** The claim that is looked at; it lives in the address. `folds`: what opens or shuts passages, so that a claim inside one is shown once open. */
export function useChosen(claims: readonly Claim[]) {
  const search = useSearch({ from: "/reports/$id" });
  const navigate = useNavigate({ from: "/reports/$id" });
  const gone = claims.find((claim) => claim.id === search.claim) ?? null;
  const chosen = gone ?? claims[0] ?? null;
  const scrollTo = useRef<string | null>(search.claim ?? null);
  const choose = useCallback(
    (claim: string | undefined, scroll = true) => {
      if (!claim) return;
      void navigate({ search: (old) => ({ ...old, claim }), replace: true, resetScroll: false });
      scrollTo.current = scroll ? claim : null;
    },
    [navigate],
  );
  const step = (by: 1 | -1, wanted: (claim: Claim) => boolean) => {
    for (let i = claims.findIndex((c) => c.id === chosen?.id) + by; i >= 0 && i < claims.length; i += by) {
      if (wanted(claims[i]!)) return choose(claims[i]!.id);
    }
  };
  return { gone, chosen, choose, step, scrollTo };
}

/** Brings the words of the claim that was gone to into view, once no fold hides them. */
export function useWordsInView({ gone, scrollTo }: ReturnType<typeof useChosen>, folds: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a claim is gone to and when a fold has opened.
  useEffect(() => {
    const words = document.querySelector<HTMLElement>(`[data-claims~="${scrollTo.current}"]`);
    if (scrollTo.current !== gone?.id || !words?.offsetParent) return;
    words.scrollIntoView({ block: "center" });
    scrollTo.current = null;
  }, [gone, folds]);
}
