import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { INTEGRATION_WORKERS } from "./scripts/test/workers.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Processes, not threads: Node waits for ever to end a thread in which a request to the network was
 * never called back (`Environment::CleanupHandles`), and a run would not end.
 */
const pool = "forks" as const;

const unit = {
  include: ["{app,components,lib,sandbox,scripts}/**/*.test.{ts,tsx}", "*.test.ts"],
  setupFiles: ["./scripts/test/block-network.ts"],
  pool,
  maxWorkers: 2,
  testTimeout: 20_000,
};

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/[\\/]$/, ""),
      // `server-only` throws outside a React server build; the tests are a server.
      "server-only": fileURLToPath(new URL("./scripts/test/server-only.ts", import.meta.url)),
    },
  },
  test: {
    projects: [
      {
        // Files that leave their process as they found it share one: most of their time would go
        // into importing the same modules again.
        extends: true,
        test: {
          ...unit,
          name: "unit",
          exclude: ["**/*.{integration,serial,production,deep,apart}.test.{ts,tsx}"],
          isolate: false,
        },
      },
      {
        // Those that replace modules, globals, settings or the clock: each begins with modules of its own.
        extends: true,
        test: {
          ...unit,
          name: "unit-apart",
          include: unit.include.map((glob) => glob.replace(".test.", ".apart.test.")),
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          pool,
          isolate: false,
          // One after the other: the first makes room for the modules of the next.
          sequence: { setupFiles: "list" },
          include: ["{app,lib,sandbox,scripts}/**/*.integration.test.ts"],
          globalSetup: ["./scripts/test/database.ts"],
          setupFiles: [
            "./scripts/test/own-modules.ts",
            "./scripts/test/own-database.ts",
            "./scripts/test/block-network.ts",
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: INTEGRATION_WORKERS,
        },
      },
      {
        // One file at a time: several processes of the app on one database, and limits of time.
        extends: true,
        test: {
          name: "serial",
          pool,
          include: ["{app,lib,sandbox,scripts}/**/*.serial.test.ts"],
          globalSetup: ["./scripts/test/database.ts"],
          setupFiles: ["./scripts/test/own-database.ts", "./scripts/test/block-network.ts"],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
        },
      },
      {
        // The production build itself, over HTTP. Two builds, and a server for each.
        extends: true,
        test: {
          name: "production",
          pool,
          include: ["app/**/*.production.test.ts"],
          globalSetup: ["./scripts/test/database.ts"],
          setupFiles: ["./scripts/test/own-database.ts", "./scripts/test/block-network.ts"],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
        },
      },
      {
        // What takes minutes: a part of `npm run test:deep`, one file at a time.
        extends: true,
        test: {
          name: "deep",
          pool,
          include: ["{app,lib,sandbox,scripts}/**/*.deep.test.ts"],
          globalSetup: ["./scripts/test/database.ts"],
          setupFiles: ["./scripts/test/own-database.ts", "./scripts/test/block-network.ts"],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
