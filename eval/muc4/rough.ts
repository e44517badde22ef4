import type { Answer, Answers } from "./slots.ts";
import type { Draft } from "./templates.ts";
import { dateOf, locationOf } from "./when-where.ts";

/** What the ledger's roles alone would fill: enough to tell which key an incident answers. */
export function roughAnswers({ message, incident, strings }: Draft): Answers {
  const having = (...roles: string[]): Answer[] =>
    strings.filter(({ features }) => roles.some((role) => features.includes(role))).map(({ text }) => ({ v: text }));
  return {
    incident_type: [{ v: incident.type }],
    incident_date: dateOf(message, incident.events),
    incident_location: [{ v: locationOf(message, incident.events) }],
    perp_individual_id: having("role:agent"),
    phys_tgt_id: having("role:object"),
    hum_tgt_name: having("role:target", "role:toll"),
    hum_tgt_description: having("role:target", "role:toll"),
    incident_instrument_id: having("role:instrument"),
  };
}
