import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/browser";

const executablePath = findChromium();

export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  outputDir: "./test-results/journeys",
  // Each worker has a database and a sandbox of its own; every journey starts from empty ones.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Generous: on a busy machine of two cores a page takes seconds to draw.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.JOURNEYS_REPORT ?? "test-results/journeys.json" }],
  ],
  projects: [
    { name: "journeys", testIgnore: "**/*.measured.spec.ts", grepInvert: /@long/ },
    // Long ways, tagged so: a part of `npm run test:deep`.
    { name: "long", testIgnore: "**/*.measured.spec.ts", grep: /@long/ },
    // What is measured in them must not share the machine: run them with one worker, on their own.
    { name: "measured", testMatch: "**/*.measured.spec.ts" },
  ],
  use: {
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: "light",
    // Recording takes a third of the time: TRACE=1 for a journey that is looked into.
    trace: process.env.TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
        // Nothing but this machine: not even a look-up of another name leaves it.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
      ],
    },
  },
});
