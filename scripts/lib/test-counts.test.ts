import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countPlaywright, countRun, countVitest } from "./test-counts";

const vitestReport = (passed: number, failed: number, files: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  testResults: files,
});

test("a Vitest report counts its tests, and a file that could not be loaded as one more", () => {
  const files = [
    { status: "passed", assertionResults: [{}] },
    { status: "failed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(countVitest(vitestReport(5, 1, files))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("a Playwright report counts what passed only when tried again as failed", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

describe("countRun", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-counts-"));
    path = join(folder, "report.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (report: unknown, exitCode: number) => {
    await writeFile(path, JSON.stringify(report));
    return countRun(path, countVitest, exitCode);
  };

  test("believes a report", async () => {
    expect(await run(vitestReport(3, 0), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    expect(await run(vitestReport(3, 1), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test("counts a failure outside of every test", async () => {
    expect(await run(vitestReport(3, 0), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  test("counts a run of nothing as failed", async () => {
    expect(await run(vitestReport(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("counts a missing or broken report as failed", async () => {
    expect(await countRun(path, countVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
    await writeFile(path, "{");
    expect(await countRun(path, countVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
