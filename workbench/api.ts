/** Everything the workbench asks of the server. Paths are those of /api; objects are those of the library. */
import type {
  AddSummary, AliasItem, CaseCounts, Correction, CorrectionDraft, Decision, DecisionBody, Dossier, DossierRow, ExplainStep, Exported, Feed, HistoryItem,
  Page, Progress, QueueItem, ReportRow, ReportView, SearchHit, VerifySummary, WhyNot,
} from "../src/index.ts"; // biome-ignore format: names in few lines

export interface Job {
  readonly id: string;
  readonly label: string;
  readonly state: "running" | "done" | "failed" | "stopped";
  readonly progress: Progress | null;
  readonly summary: AddSummary | null;
  readonly problem: string | null;
}

export interface Formats {
  /** `rule`: the one it takes where none is asked for; null where every figure is kept. */
  readonly formats: readonly { readonly name: string; readonly title: string; readonly rule: string | null }[];
  readonly rules: readonly { readonly id: string; readonly words: string }[];
}

/** An answer that says what was wrong: code, and what to do. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(key, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiProblem(
      "E-WORKBENCH-01",
      "The server does not answer. Is hearsay serve still running? Nothing stored is lost.",
    );
  }
  if (response.status === 204) return undefined as T;
  const body = (await response.json()) as T & { code?: string; message?: string };
  if (!response.ok) throw new ApiProblem(body.code ?? "E-WORKBENCH-02", body.message ?? response.statusText);
  return body;
}

const send = <T>(path: string, body: unknown, method = "POST"): Promise<T> =>
  ask<T>(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const id = encodeURIComponent;

export const api = {
  counts: () => ask<CaseCounts>("/api/counts"),
  reports: (query: Query) => ask<Page<ReportRow>>(address("/api/reports", query)),
  report: (report: string) => ask<ReportView>(`/api/reports/${id(report)}`),
  explain: (report: string, finding: string) => ask<ExplainStep[]>(`/api/reports/${id(report)}/explain/${id(finding)}`),
  whyNot: (report: string, start: number, end: number) =>
    ask<WhyNot>(address(`/api/reports/${id(report)}/why-not`, { start, end })),
  original: (report: string) => `/api/reports/${id(report)}/original`,
  add: (inputs: readonly object[], label?: string) => send<Job>("/api/reports", { inputs, label }),
  addFiles: (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    return ask<Job>("/api/files", { method: "POST", body: form });
  },
  feeds: () => ask<Feed[]>("/api/feeds"),
  addFeed: (url: string) => send<Feed>("/api/feeds", { url }),
  pullFeeds: () => send<Job>("/api/feeds/pull", {}),
  jobs: () => ask<Job[]>("/api/jobs"),
  stop: (job: string) => ask<Job>(`/api/jobs/${id(job)}`, { method: "DELETE" }),
  dossiers: (query: Query) => ask<Page<DossierRow>>(address("/api/dossiers", query)),
  dossier: (dossier: string) => ask<Dossier>(`/api/dossiers/${id(dossier)}`),
  aliases: (limit = 200) => ask<Page<AliasItem>>(address("/api/aliases", { limit })),
  queue: () => ask<Page<QueueItem>>("/api/queue?limit=200"),
  decide: (decision: DecisionBody & { author: string; reason: string }) => send<Decision>("/api/decisions", decision),
  correct: (correction: CorrectionDraft) => send<Correction>("/api/corrections", correction),
  history: (query: Query) => ask<Page<HistoryItem>>(address("/api/history", query)),
  undo: (item: string, author: string) => send<void>(`/api/history/${id(item)}/undo`, { author }),
  search: (q: string) => ask<Page<SearchHit>>(address("/api/search", { q, limit: 8 })),
  formats: () => ask<Formats>("/api/formats"),
  export: (query: Query) => ask<Exported>(address("/api/export", query)),
  verify: () => ask<VerifySummary>("/api/verify"),
};
