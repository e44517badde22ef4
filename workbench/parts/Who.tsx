import type { Actor } from "../../src/index.ts";
import { type CampLook, campOf } from "./camps.ts";
import { Glyph } from "./Glyph.tsx";

/** A speaker: glyph of the camp, and the name. */
export function Who({ name, camp, plain = false }: { name: string; camp: CampLook; plain?: boolean }) {
  return (
    <span className={`${plain ? "rel" : "who"} ${camp.look}`} dir="auto">
      <Glyph name={`g-${camp.look}`} label={camp.name} />
      {name}
    </span>
  );
}

/** The way of a claim: its source, then everyone who passed it on. */
export function Chain({
  source,
  via,
  actors,
}: {
  source: string;
  via: readonly string[];
  actors: ReadonlyMap<string, Actor>;
}) {
  const links = [source, ...via];
  return (
    <span className="chain">
      {links.map((id, i) => {
        const actor = actors.get(id);
        return (
          <span className="row tight" key={`${id}-${i === 0 ? "source" : "relay"}`}>
            {i > 0 && (
              <span className="arr">
                <Glyph name="arr" label="passed on by" />
              </span>
            )}
            <Who name={actor?.name ?? id} camp={campOf(actor?.kind ?? "unknown")} plain={i > 0} />
          </span>
        );
      })}
    </span>
  );
}
