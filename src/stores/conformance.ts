import { describe, it } from "vitest";
import { decisions } from "./conformance/decisions.ts";
import { events } from "./conformance/events.ts";
import type { WithStore } from "./conformance/made.ts";
import { reports } from "./conformance/reports.ts";
import type { Store } from "./store.ts";

/** What every store must do. `open` opens the same place again and again; `fresh` gives a new place. */
export function conforms(name: string, fresh: () => Promise<{ open: () => Store; end: () => Promise<void> }>): void {
  const withStore: WithStore = (what, work) =>
    it(what, async () => {
      const { open, end } = await fresh();
      const opened: Store[] = [];
      const again = () => {
        const store = open();
        opened.push(store);
        return store;
      };
      try {
        await work(again(), again);
      } finally {
        for (const store of opened) await store.close();
        await end();
      }
    });

  describe(`store: ${name}`, () => {
    reports(withStore);
    events(withStore);
    decisions(withStore);
  });
}
