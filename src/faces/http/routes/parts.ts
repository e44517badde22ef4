import { z } from "@hono/zod-openapi";
import { problem } from "../schemas/parts.ts";

/** The answers of a route: what it gives, and the problems that every route may answer with. */
export function gives<T extends z.ZodType, S extends 200 | 201 | 202 = 200>(
  schema: T,
  description: string,
  status?: S,
) {
  const code = (status ?? 200) as S;
  return {
    [code]: { description, content: { "application/json": { schema } } },
    404: { description: "There is no such thing", content: { "application/json": { schema: problem } } },
    422: {
      description: "It cannot be done; the message says why and what to do",
      content: { "application/json": { schema: problem } },
    },
  } as { [K in S]: { description: string; content: { "application/json": { schema: T } } } } & {
    404: { description: string; content: { "application/json": { schema: typeof problem } } };
    422: { description: string; content: { "application/json": { schema: typeof problem } } };
  };
}

export const id = z.object({ id: z.string() });
