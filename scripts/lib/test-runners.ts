import { type Counts, countPlaywright, countVitest } from "./test-counts";
import { runner } from "./test-steps";

const bin = (path: string) => `node_modules/${path}`;

/**
 * Runs one of vitest.config.ts's projects.
 * @param name of the report, test-results/<name>.json
 * @param options.env further environment; an empty value unsets
 */
export function vitest(
  project: "unit*" | "integration" | "serial" | "production" | "deep",
  name: string,
  options: { env?: Record<string, string> } = {},
): Promise<Counts> {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runner({
    args: [bin("vitest/vitest.mjs"), "run", "--project", project, ...reporters],
    report,
    count: countVitest,
    env: { NODE_ENV: "test", ...options.env },
  });
}

/** Runs one of playwright.config.ts's projects. */
export function journeys(
  project: "journeys" | "long" | "measured",
  workers: number,
): Promise<Counts> {
  const report = `test-results/${project}-journeys.json`;
  const only = ["--project", project, "--workers", String(workers)];
  return runner({
    args: [bin("@playwright/test/cli.js"), "test", ...only],
    report,
    count: countPlaywright,
    env: { JOURNEYS_REPORT: report },
  });
}
