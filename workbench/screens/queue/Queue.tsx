import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { ActorQueue } from "./ActorQueue.tsx";
import { EventQueue } from "./EventQueue.tsx";

/** Both lists have one path; the address's search says which is shown. */
const IN_ADDRESS = { includeSearch: true, explicitUndefined: true };

/** What waits for a person: pairs of events, and pairs of names of actors. */
export function Queue() {
  const { of } = useSearch({ from: "/queue" });
  const actors = of === "actors";
  const counts = useQuery({ queryKey: ["counts"], queryFn: api.counts });
  const names = useQuery({ queryKey: ["aliases", "count"], queryFn: () => api.aliases(1) });
  useEffect(() => {
    document.title = "Queue · Hearsay";
  }, []);
  return (
    <>
      <nav className="seg" aria-label="What waits">
        <Link to="/queue" search={{ of: undefined }} activeOptions={IN_ADDRESS}>
          Events <span className="cnt">{counts.data?.waiting}</span>
        </Link>
        <Link to="/queue" search={{ of: "actors" }} activeOptions={IN_ADDRESS}>
          Actors <span className="cnt">{names.data?.total}</span>
        </Link>
      </nav>
      {actors ? <ActorQueue /> : <EventQueue />}
    </>
  );
}
