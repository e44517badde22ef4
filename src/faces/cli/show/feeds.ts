import type { Feed } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { styleFor } from "./style.ts";

export function showFeeds(feeds: readonly Feed[], terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  if (feeds.length === 0) return "No feeds. Keep one with: hearsay feed add URL\n";
  return feeds
    .map(({ url, title, pulled, problem }) => {
      const state = problem ?? (pulled === null ? "not read yet" : `read ${pulled.slice(0, 16).replace("T", " ")}`);
      return `${title ?? url}\n  ${url}  ${problem ? style.failure(state) : style.quiet(state)}\n`;
    })
    .join("");
}
