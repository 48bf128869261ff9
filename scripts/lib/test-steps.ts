import { spawn } from "node:child_process";
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

/** Runs Node on `args`; its output is shown as it comes, or kept for later when `quiet`. */
function runNode(
  args: string[],
  options: { env?: Environment; quiet?: boolean } = {},
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

/**
 * A test runner that writes a report to `path`, which `count` can read. Its output is shown as it
 * comes.
 */
export async function runner(options: {
  args: string[];
  report: string;
  count: (report: unknown) => Counts;
  env?: Environment;
}): Promise<Counts> {
  await mkdir(dirname(options.report), { recursive: true });
  await rm(options.report, { force: true });
  const { exitCode } = await runNode(options.args, { env: options.env ?? {} });
  return countRun(options.report, options.count, exitCode);
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
