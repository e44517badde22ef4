import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api } from "../api.ts";
import { KeyCap, keyName, useAllKeys, useKeys } from "../keys.tsx";
import { Glyph, Sprite } from "../parts/Glyph.tsx";
import { Finder } from "./Finder.tsx";
import { KeySheet } from "./KeySheet.tsx";
import { switchTheme } from "./theme.ts";
import { useUndo } from "./undo.tsx";

const SCREENS = [
  { to: "/inbox", name: "Inbox", key: "g i", count: "reports" },
  { to: "/dossiers", name: "Dossiers", key: "g d", count: "dossiers" },
  { to: "/map", name: "Map", key: "g m", count: null },
  { to: "/queue", name: "Queue", key: "g q", count: "waiting" },
  { to: "/export", name: "Export", key: "g x", count: null },
] as const;

/** The frame of every screen: where you are, find anything, and the keys of the screen at the foot. */
export function Shell() {
  const [finding, setFinding] = useState(false);
  const [listing, setListing] = useState(false);
  const navigate = useNavigate();
  const counts = useQuery({ queryKey: ["counts"], queryFn: api.counts });
  // Pairs of names wait in the same queue as pairs of events.
  const names = useQuery({ queryKey: ["aliases", "count"], queryFn: () => api.aliases(1) });
  const waiting = counts.data && counts.data.waiting + (names.data?.total ?? 0);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { undo, said } = useUndo();
  const main = useRef<HTMLElement>(null);

  useKeys("shell", [
    { key: "?", label: "all keys", run: () => setListing(true) },
    { key: "ctrl+k", label: "find anything", run: () => setFinding(true) },
    { key: "u", label: "undo", run: undo, bar: true },
    ...SCREENS.map(({ to, name, key }) => ({ key, label: name.toLowerCase(), run: () => void navigate({ to }) })),
  ]);
  // A new screen starts at its top, for eyes and for screen readers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the path changes.
  useEffect(() => main.current?.focus({ preventScroll: true }), [path]);

  const links = (where: string) =>
    SCREENS.map(({ to, name, count }) => (
      <Link
        key={`${where}${to}`}
        to={to}
        aria-current={path.startsWith(to) || (to === "/inbox" && path.startsWith("/reports")) ? "page" : undefined}
      >
        {name}
        {where === "top" && count && counts.data && (
          <span className="cnt">{(count === "waiting" ? waiting! : counts.data[count]).toLocaleString("en")}</span>
        )}
      </Link>
    ));

  return (
    <>
      <Sprite />
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <Link className="brand" to="/inbox">
          <b>“</b>Hearsay<b>”</b>
        </Link>
        <nav className="nav" aria-label="Screens">
          {links("top")}
        </nav>
        <button className="find" type="button" aria-label="Find anything Ctrl K" onClick={() => setFinding(true)}>
          <svg className="lens" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M10.5 10.5 14.5 14.5" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
          <span>Find anything</span> <kbd>Ctrl K</kbd>
        </button>
        <span className="local" title="No request leaves this machine.">
          <Glyph name="lock" /> On this machine only
        </span>
        <button
          className="btn icon bare"
          type="button"
          aria-label="Switch between light and dark"
          onClick={switchTheme}
        >
          <Glyph name="half" large />
        </button>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <nav className="tabs" aria-label="Screens, at the foot">
        {links("foot")}
      </nav>
      <KeyBar onAll={() => setListing(true)} />
      <p className="sr" role="status" dir="auto">
        {said?.text ?? ""}
      </p>
      {said && (
        <div className="undo toast" aria-hidden="true">
          <span dir="auto">{said.text}</span>
          {said.canUndo && (
            <button type="button" tabIndex={-1} onClick={undo}>
              Undo <KeyCap of="u" />
            </button>
          )}
        </div>
      )}
      <Finder open={finding} onClose={() => setFinding(false)} />
      <KeySheet open={listing} onClose={() => setListing(false)} />
    </>
  );
}

function KeyBar({ onAll }: { onAll: () => void }) {
  const keys = useAllKeys().filter((key) => key.bar);
  return (
    <footer className="keys" aria-label="Keys on this screen">
      {keys.map(({ key, label, bar }) => (
        <span key={key}>
          {key.split(" ").map((part) => (
            <kbd key={part}>{keyName(part)}</kbd>
          ))}{" "}
          {typeof bar === "string" ? bar : label}
        </span>
      ))}
      <span className="end">
        <button type="button" className="plain" onClick={onAll}>
          <kbd>?</kbd> all keys
        </button>
      </span>
    </footer>
  );
}
