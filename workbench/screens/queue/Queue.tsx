import { Link, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { ActorQueue } from "./ActorQueue.tsx";
import { EventQueue } from "./EventQueue.tsx";

/** What waits for a person: pairs of events, and pairs of names of actors. */
export function Queue() {
  const { of } = useSearch({ from: "/queue" });
  const actors = of === "actors";
  useEffect(() => {
    document.title = "Queue · Hearsay";
  }, []);
  return (
    <>
      <nav className="seg" aria-label="What waits">
        <Link to="/queue" search={{}} aria-current={actors ? undefined : "page"}>
          Events
        </Link>
        <Link to="/queue" search={{ of: "actors" }} aria-current={actors ? "page" : undefined}>
          Actors
        </Link>
      </nav>
      {actors ? <ActorQueue /> : <EventQueue />}
    </>
  );
}
