import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "workbench/**/*.test.ts", "eval/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
