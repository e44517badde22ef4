import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    browser: "src/browser.ts",
    cli: "src/faces/cli/main.ts",
    // Runs aside from the rest: see src/stages/1-document/html/extractor.ts.
    // Reads reports beside each other: see src/case/pool.ts.
    "read-worker": "src/case/read-worker.ts",
    "page-worker": "src/stages/1-document/html/worker.ts",
  },
  format: "esm",
  fixedExtension: false,
  platform: "node",
  target: "node20",
  dts: { entry: ["src/index.ts", "src/browser.ts"] },
  clean: ["dist/*.js", "dist/*.d.ts"],
});
