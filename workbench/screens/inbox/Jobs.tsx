import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, type Job } from "../../api.ts";
import { plural } from "../../parts/words.ts";

/** Imports that run, with figures that add up; the last finished one with what was skipped and failed. */
export function JobList() {
  const client = useQueryClient();
  const jobs = useQuery({
    queryKey: ["jobs"],
    queryFn: api.jobs,
    refetchInterval: (query) => (query.state.data?.some((job) => job.state === "running") ? 400 : false),
  });
  const running = jobs.data?.filter((job) => job.state === "running") ?? [];
  const last = jobs.data?.at(-1);
  // An import may be over before it was ever seen to run: what counts is that another one has ended.
  const ended = jobs.data?.filter((job) => job.state !== "running").length;
  const seen = useRef(ended);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== ended)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "jobs" });
    seen.current = ended;
  }, [ended, client]);

  return (
    <div aria-live="polite">
      {running.map((job) => (
        <Running key={job.id} job={job} onStop={() => void api.stop(job.id).then(() => jobs.refetch())} />
      ))}
      {running.length === 0 && last && <Finished job={last} />}
    </div>
  );
}

function Running({ job, onStop }: { job: Job; onStop: () => void }) {
  const { progress } = job;
  const share = progress?.total ? Math.round((100 * progress.done) / progress.total) : null;
  return (
    <section className="job" aria-label="Import in progress">
      <span>
        <b>Reading</b> <span dir="auto">{job.label}</span>
        {progress && (
          <span className="num">
            , {progress.done.toLocaleString("en")} of {progress.total.toLocaleString("en")}
          </span>
        )}
      </span>
      <span className="row tight">
        {progress && (
          <span className="meta num wide">
            {progress.rate.toFixed(1)} a second
            {progress.secondsLeft !== null
              ? `, about ${Math.max(1, Math.round(progress.secondsLeft / 60))} min left`
              : ""}
          </span>
        )}
        <button type="button" className="btn" onClick={onStop}>
          Stop
        </button>
      </span>
      <progress
        className="bar"
        max={100}
        value={share ?? undefined}
        aria-label={share === null ? "Counting" : `${share} percent`}
      />
      <p className="say num">
        Safe to close: what is read is kept, and adding the same folder again goes on where this stopped.
      </p>
    </section>
  );
}

function Finished({ job }: { job: Job }) {
  const { summary } = job;
  if (!summary)
    return job.problem ? (
      <p className="note">
        <bdi>{job.label}</bdi>: <bdi>{job.problem}</bdi>
      </p>
    ) : null;
  const copies = summary.skipped.filter((item) => item.why === "same-text").length;
  return (
    <section className="job" aria-label="Last import">
      <p className="say num">
        <span>
          <bdi>{job.label}</bdi>:
        </span>
        <span>{plural(summary.read.length, "report")} read</span>
        {summary.updated.length > 0 && <span>{summary.updated.length} updated</span>}
        {summary.skipped.length > 0 && (
          <span>
            {summary.skipped.length} in already{copies > 0 ? `, ${copies} of them copies` : ""}
          </span>
        )}
        {summary.left.length > 0 && <span>{summary.left.length} left out, being no reports</span>}
        {summary.failed.length > 0 && <span>{summary.failed.length} not read</span>}
      </p>
      {summary.failed.length > 0 && (
        <details className="failed">
          <summary>What was not read, and why</summary>
          <ul>
            {summary.failed.map((item) => (
              <li key={item.name}>
                <b dir="auto">{item.name}</b> <bdi>{item.message}</bdi> <span className="meta">{item.code}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
