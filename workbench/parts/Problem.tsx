import { ApiProblem } from "../api.ts";

/** What went wrong, what is safe, what to do. */
export function ProblemBox({ error }: { error: unknown }) {
  const known = error instanceof ApiProblem;
  return (
    <div className="problem" role="alert">
      <p dir="auto">
        {known
          ? error.message
          : "Something went wrong in the page. What was stored is safe; loading the page again usually helps."}
      </p>
      <p className="meta">{known ? error.code : String(error)}</p>
    </div>
  );
}
