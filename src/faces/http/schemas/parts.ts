import { z } from "@hono/zod-openapi";

/** Shapes that requests and answers share. */

export const span = z.tuple([z.number().int().min(0), z.number().int().min(0)]);
export const eventRef = z.strictObject({ report: z.string(), event: z.string() }).openapi("EventRef");
export const actorRef = z.strictObject({ name: z.string().min(1), entry: z.string().nullable() }).openapi("ActorRef");

export const problem = z
  .strictObject({ code: z.string().openapi({ example: "E-CASE-01" }), message: z.string() })
  .openapi("Problem", { description: "What was wrong and what to do next." });

export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), total: z.number().int() });

/** The schema of an object of the library; what does not fit the object's type does not compile. */
export const ofLibrary =
  <T>() =>
  <S extends z.ZodType<T>>(schema: S): S =>
    schema;
