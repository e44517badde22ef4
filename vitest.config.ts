import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "workbench/**/*.test.ts", "eval/**/*.test.ts", "scripts/**/*.test.ts"],
    globalSetup: "workbench/testing/build.ts",
    testTimeout: 60_000,
    // A page on a busy machine may take its time; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
