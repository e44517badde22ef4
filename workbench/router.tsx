import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ProblemBox } from "./parts/Problem.tsx";
import { Dossier } from "./screens/dossiers/Dossier.tsx";
import { Dossiers } from "./screens/dossiers/Dossiers.tsx";
import { Export } from "./screens/export/Export.tsx";
import { Inbox } from "./screens/inbox/Inbox.tsx";
import { Queue } from "./screens/queue/Queue.tsx";
import { Reader } from "./screens/reader/Reader.tsx";
import { Shell } from "./shell/Shell.tsx";

/** Every filter lives in the address, so that a search is never lost and can be passed on. */
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const number = (value: unknown): number | undefined =>
  Number.isFinite(Number(value)) && value !== undefined ? Number(value) : undefined;
const flag = (value: unknown): true | undefined => (value === true || value === "true" ? true : undefined);

/** A search whose parts may all be left out. */
type Search = Record<string, unknown>;
const search =
  <T extends object>(read: (given: Search) => T) =>
  (given: Search): Partial<T> =>
    read(given);

const root = createRootRoute({ component: Shell });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inbox" });
  },
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/inbox",
  component: Inbox,
  validateSearch: search((s) => ({
    words: text(s.words),
    outlet: text(s.outlet),
    from: text(s.from),
    until: text(s.until),
    doubtful: flag(s.doubtful),
    sort: text(s.sort),
    report: text(s.report),
  })),
});

const reader = createRoute({
  getParentRoute: () => root,
  path: "/reports/$id",
  component: Reader,
  validateSearch: search((s) => ({ claim: text(s.claim), doubtful: flag(s.doubtful) })),
});

const filters = (s: Search) => ({
  words: text(s.words),
  type: text(s.type),
  country: text(s.country),
  actor: text(s.actor),
  from: text(s.from),
  until: text(s.until),
  verdict: text(s.verdict),
  minReports: number(s.minReports),
  sort: text(s.sort),
});

const dossiers = createRoute({
  getParentRoute: () => root,
  path: "/dossiers",
  component: Dossiers,
  validateSearch: search(filters),
});
const dossier = createRoute({
  getParentRoute: () => root,
  path: "/dossiers/$id",
  component: Dossier,
  validateSearch: search((s) => ({ differences: flag(s.differences), cell: text(s.cell) })),
});
const map = createRoute({
  getParentRoute: () => root,
  path: "/map",
  component: lazyRouteComponent(() => import("./screens/map/MapScreen.tsx"), "MapScreen"),
  validateSearch: search((s) => ({ ...filters(s), chosen: text(s.chosen) })),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: "/queue",
  component: Queue,
  validateSearch: search((s) => ({ of: text(s.of), at: number(s.at) })),
});
const exporting = createRoute({
  getParentRoute: () => root,
  path: "/export",
  component: Export,
  validateSearch: search((s) => ({
    ...filters(s),
    format: text(s.format),
    profile: text(s.profile),
    redactPeople: flag(s.redactPeople),
  })),
});

export const router = createRouter({
  routeTree: root.addChildren([home, inbox, reader, dossiers, dossier, map, queue, exporting]),
  defaultPreload: false,
  // A fault of one screen is said on it; the frame, its keys and the other screens stay.
  defaultErrorComponent: ({ error }) => <ProblemBox error={error} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
