import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How a step ended. `failed` above 0 is a failure whatever the rest says. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Vitest counts tests; a file that could not even be loaded has none, and is one failure here. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } =
    vitestReport.parse(report);
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloadable,
    skipped: numPendingTests,
  };
}

/** A journey that passed only when tried again is counted as failed. */
export function countPlaywright(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * Puts a runner's report and its exit code together: a runner that failed outside of every test,
 * that wrote no report or that ran nothing has failed once.
 */
export async function countRun(
  path: string,
  count: (report: unknown) => Counts,
  exitCode: number,
): Promise<Counts> {
  let counts: Counts;
  try {
    counts = count(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ranNothing = counts.passed + counts.failed === 0;
  const failedElsewhere = exitCode !== 0 && counts.failed === 0;
  return ranNothing || failedElsewhere ? { ...counts, failed: counts.failed + 1 } : counts;
}
