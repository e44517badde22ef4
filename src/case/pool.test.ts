import { expect, it } from "vitest";
import { pooledReader } from "./pool.ts";
import { inProcess } from "./reader.ts";

it("reads the same in workers as in this process, more reports than workers, and says why one cannot be read", async () => {
  const pool = pooledReader(2);
  const texts = [1, 2, 3].map(
    (n) => `Rebels shelled a camp near Goma, killing at least ${n + 9} civilians, the army said.`,
  );
  const options = { published: "2026-03-05", outlet: "Wire" };
  const [read, empty] = await Promise.all([
    Promise.all(texts.map((t) => pool.read(t, options))),
    pool.read(" ", options).catch((error) => error),
  ]);
  expect(read).toEqual(await Promise.all(texts.map((t) => inProcess.read(t, options))));
  expect(empty).toMatchObject({ code: expect.stringMatching(/^E-DOCUMENT/) });
  await pool.close();
});
