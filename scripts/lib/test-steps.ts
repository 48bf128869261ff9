import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { root } from "./paths";
import { Sentence } from "./sentence";
import { type Counts, countRun } from "./test-counts";

type Environment = Record<string, string | undefined>;

/** A part of the verdict. It fails by throwing or by its counts. */
export interface Step {
  name: string;
  run: () => Promise<Counts>;
}

const one = { passed: 1, failed: 0, skipped: 0 };
const none = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs Node on `args`; its output is shown as it comes, or kept for later when `quiet`.
 * @param options.signal ends it; its exit code is 1 then
 */
function runNode(
  args: string[],
  options: { env?: Environment; quiet?: boolean; signal?: AbortSignal } = {},
): Promise<{ exitCode: number; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  options.signal?.addEventListener("abort", () => child.kill("SIGKILL"), { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** A command that passes or fails as a whole; what it wrote is shown when it fails. */
export async function check(args: string[], env: Environment = {}): Promise<Counts> {
  const { exitCode, output } = await runNode(args, { env, quiet: true });
  if (exitCode === 0) return one;
  console.error(output.trimEnd());
  return none;
}

/** A piece of work of our own that passes unless it throws. */
export async function checkThat(work: () => unknown): Promise<Counts> {
  await work();
  return one;
}

/** Calls `late` once `path` has been there for `afterMs`. @returns what ends the watch. */
function watchReport(path: string, afterMs: number, late: () => void): () => void {
  let seenAt: number | null = null;
  const timer = setInterval(() => {
    if (!existsSync(path)) return;
    seenAt ??= Date.now();
    if (Date.now() - seenAt >= afterMs) late();
  }, 500);
  return () => clearInterval(timer);
}

/**
 * A test runner that writes a report to `path`, which `count` can read, when all tests are done. Its
 * output is shown as it comes. One that then does not end is ended, and has failed: a run without an
 * end has no verdict.
 * @param options.endsWithinMs time between the report and its end
 */
export async function runner(options: {
  args: string[];
  report: string;
  count: (report: unknown) => Counts;
  env?: Environment;
  endsWithinMs?: number;
}): Promise<Counts> {
  const { args, report, count, env = {}, endsWithinMs = 60_000 } = options;
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const end = new AbortController();
  const unwatch = watchReport(report, endsWithinMs, () => {
    if (end.signal.aborted) return;
    console.error(`The runner wrote its report and went on for ${endsWithinMs / 1_000} s: ended.`);
    end.abort();
  });
  const { exitCode } = await runNode(args, { env, signal: end.signal }).finally(unwatch);
  return countRun(report, count, exitCode);
}

function summarise({ passed, failed, skipped }: Counts, milliseconds: number): string {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return `${parts.join(", ")} in ${(milliseconds / 1000).toFixed(1)} s`;
}

/** Runs one step under its heading and says how it ended. It never throws. */
export async function runStep({ name, run }: Step): Promise<Counts> {
  console.log(`\n── ${name}`);
  const started = Date.now();
  let counts: Counts;
  try {
    counts = await run();
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error);
    counts = none;
  }
  const mark = counts.failed > 0 ? "✗" : "✓";
  console.log(`${mark}  ${name}: ${summarise(counts, Date.now() - started)}`);
  return counts;
}
