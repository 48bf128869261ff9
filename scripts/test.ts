import { auditPackages } from "./lib/audit";
import { ensureChromium } from "./lib/browser";
import { ensureGenerated } from "./lib/generate";
import { startPgliteProcess } from "./lib/pglite-process";
import { diffSinceMigrations } from "./lib/schema-diff";
import { runMain, Sentence } from "./lib/sentence";
import type { Counts } from "./lib/test-counts";
import { journeys, vitest } from "./lib/test-runners";
import { check, checkThat, type Step } from "./lib/test-steps";
import { Verdict } from "./lib/verdict";

const tsx = ["--import", "tsx"];

async function schemaAgrees(): Promise<void> {
  const script = await diffSinceMigrations();
  if (script === null) return;
  throw new Sentence(`A migration is missing; run npm run db:diff -- what changed.\n\n${script}`);
}

async function build(): Promise<Counts> {
  const database = await startPgliteProcess();
  try {
    return await check(["scripts/build.mjs"], { DATABASE_URL: database.url });
  } finally {
    await database.stop();
  }
}

/** What needs nothing of what comes before it, in the order in which it is quickest to learn. */
const quick: Step[] = [
  { name: "Database client", run: () => checkThat(ensureGenerated) },
  {
    name: "Lock file for every system",
    run: () => check([...tsx, "scripts/complete-lock.ts", "--check"]),
  },
  { name: "Known vulnerabilities", run: auditPackages },
  { name: "Schema and migrations", run: () => checkThat(schemaAgrees) },
  { name: "Lint", run: () => check(["node_modules/@biomejs/biome/bin/biome", "check"]) },
  { name: "Types", run: () => check(["scripts/typecheck.mjs"]) },
];

/**
 * `npm test`: everything from the types to the browser that a developer waits for; what takes
 * longer is scripts/test-deep.ts. Its last line is the verdict.
 */
await runMain(async () => {
  const verdict = new Verdict();
  for (const step of quick) await verdict.take(step);
  await verdict.take({ name: "Unit tests", run: () => vitest("unit*", "unit") });
  await verdict.take({
    name: "Integration tests on PGlite",
    run: () => vitest("integration", "integration", { env: { TEST_DATABASE_URL: "" } }),
  });
  await verdict.take({
    name: "Serial tests on PGlite",
    run: () => vitest("serial", "serial", { env: { TEST_DATABASE_URL: "" } }),
  });
  const built = await verdict.take({ name: "Production build", run: build });
  if (built) {
    await verdict.take({
      name: "The build over HTTP",
      run: () => vitest("production", "production", { env: { TEST_DATABASE_URL: "" } }),
    });
  } else verdict.leaveOut("The build over HTTP", "it needs the build.");
  const browser = await verdict.take({
    name: "Browser",
    run: () => checkThat(() => ensureChromium(console.log)),
  });
  if (built && browser) {
    await verdict.take({ name: "Browser journeys", run: () => journeys("journeys", 2) });
  } else verdict.leaveOut("Browser journeys", "they need the build and a browser.");
  return verdict.pronounce();
});
