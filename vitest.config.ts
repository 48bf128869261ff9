import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { INTEGRATION_WORKERS } from "./scripts/test/workers.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

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
        extends: true,
        test: {
          name: "unit",
          include: ["{app,components,lib,sandbox,scripts}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/*.{integration,deep}.test.ts"],
          setupFiles: ["./scripts/test/block-network.ts"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{app,lib,sandbox,scripts}/**/*.integration.test.ts"],
          globalSetup: ["./scripts/test/database.ts"],
          setupFiles: ["./scripts/test/own-database.ts", "./scripts/test/block-network.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: INTEGRATION_WORKERS,
        },
      },
      {
        // What takes minutes: a part of `npm run test:deep`, one file at a time.
        extends: true,
        test: {
          name: "deep",
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
