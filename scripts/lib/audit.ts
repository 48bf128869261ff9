import { spawn } from "node:child_process";
import { z } from "zod";
import { root } from "./paths";
import { Sentence } from "./sentence";
import type { Counts } from "./test-counts";

const severities = ["high", "critical"];

const reportSchema = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string().optional() }),
  ),
});

/** What npm's answer means: grave vulnerabilities by package, or null when there is no answer. */
export function graveVulnerabilities(output: string): string[] | null {
  let answer: unknown;
  try {
    answer = JSON.parse(output);
  } catch {
    return null;
  }
  const report = reportSchema.safeParse(answer);
  if (!report.success) return null;
  return Object.entries(report.data.vulnerabilities)
    .filter(([, { severity }]) => severities.includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range ?? ""}: ${severity}`);
}

/** Prints npm's report of the locked packages, as JSON; "" when npm cannot be run. */
function npmAudit(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn("npm", ["audit", "--json"], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
      shell: process.platform === "win32",
      timeout: 60_000,
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
    });
    child.once("error", () => resolve(""));
    child.once("close", () => resolve(output));
  });
}

/**
 * Asks the registry for known vulnerabilities of the locked packages.
 * @returns one passed, or one skipped where the registry has no answer
 * @throws Sentence naming each that is high or critical
 */
export async function auditPackages(): Promise<Counts> {
  const grave = graveVulnerabilities(await npmAudit());
  if (grave === null) {
    console.log("–  not known: the registry answers no audit.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  if (grave.length > 0) {
    const list = grave.map((line) => `  ${line}`).join("\n");
    throw new Sentence(`Packages with known vulnerabilities:\n${list}\nnpm audit tells more.`);
  }
  return { passed: 1, failed: 0, skipped: 0 };
}
