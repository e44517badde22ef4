import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { ProblemBox } from "../../parts/Problem.tsx";
import { dateWords, plural } from "../../parts/words.ts";

/** Feeds that the case follows; they are fetched when asked for, never by themselves. */
export function Feeds() {
  const client = useQueryClient();
  const feeds = useQuery({ queryKey: ["feeds"], queryFn: api.feeds });
  const pull = useMutation({
    mutationFn: api.pullFeeds,
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
  if (!feeds.data || feeds.data.length === 0) return null;
  return (
    <details className="feeds">
      <summary>{plural(feeds.data.length, "feed")} followed</summary>
      <ul>
        {feeds.data.map((feed) => (
          <li key={feed.id}>
            <b dir="auto">{feed.title ?? feed.url}</b>{" "}
            <span className="meta">
              <bdi>{feed.title ? feed.url : ""}</bdi> {feed.pulled ? `read ${dateWords(feed.pulled)}` : "not read yet"}
              {feed.problem ? `: ${feed.problem}` : ""}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={() => pull.mutate()}>
        Fetch what is new
      </button>
      {pull.error && <ProblemBox error={pull.error} />}
    </details>
  );
}
