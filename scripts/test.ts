import { ensureChromium } from "./lib/browser";
import { ensureGenerated } from "./lib/generate";
import { startPgliteProcess } from "./lib/pglite-process";
import { diffSinceMigrations } from "./lib/schema-diff";
import { runMain, Sentence } from "./lib/sentence";
import { type Counts, countPlaywright, countVitest } from "./lib/test-counts";
import { check, checkThat, runBeside, runner, runStep, type Step } from "./lib/test-steps";

const bin = (path: string) => `node_modules/${path}`;
const tsx = ["--import", "tsx"];

function vitest(project: string, name: string, env = {}, beside = false): Promise<Counts> {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runner({
    args: [bin("vitest/vitest.mjs"), "run", "--project", project, ...reporters],
    report,
    count: countVitest,
    env: { NODE_ENV: "test", ...env },
    beside,
  });
}

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

function journeys(project: "journeys" | "measured", workers: number): Promise<Counts> {
  const report = `test-results/${project}.json`;
  const only = ["--project", project, "--workers", String(workers)];
  return runner({
    args: [bin("@playwright/test/cli.js"), "test", ...only],
    report,
    count: countPlaywright,
    env: { JOURNEYS_REPORT: report },
  });
}

/** The address of a real Postgres to run the integration tests on a second time. */
const postgresUrl = process.env.TEST_POSTGRES_URL;

/** What needs nothing of what comes before it, in the order in which it is quickest to learn. */
const independent: Step[] = [
  { name: "Database client", run: () => checkThat(ensureGenerated) },
  {
    name: "Lock file for every system",
    run: () => check([...tsx, "scripts/complete-lock.ts", "--check"]),
  },
  { name: "Schema and migrations", run: () => checkThat(schemaAgrees) },
  { name: "Lint", run: () => check([bin("@biomejs/biome/bin/biome"), "check"]) },
  { name: "Types", run: () => check(["scripts/typecheck.mjs"]) },
  { name: "Unit tests", run: () => vitest("unit", "unit") },
];

const needsPostgres = Boolean(postgresUrl || process.env.REQUIRE_POSTGRES);

const onPglite: Step = {
  name: "Integration tests on PGlite",
  run: () => vitest("integration", "integration-pglite", { TEST_DATABASE_URL: "" }, needsPostgres),
};

const onPostgres: Step = {
  name: "Integration tests on Postgres",
  run: () => {
    if (postgresUrl) {
      const env = { TEST_DATABASE_URL: postgresUrl };
      return vitest("integration", "integration-postgres", env, true);
    }
    throw new Sentence("REQUIRE_POSTGRES is set, but TEST_POSTGRES_URL names no Postgres.");
  },
};

/** `npm test`: everything from the types to the browser. Its last line is the verdict. */
await runMain(async () => {
  const all: Counts[] = [];
  const take = async (step: Step) => {
    const counts = await runStep(step);
    all.push(counts);
    return counts.failed === 0;
  };

  for (const step of independent) await take(step);
  // Each has its own database and its own sandboxes, and spends most of its time waiting.
  if (needsPostgres) all.push(...(await runBeside([onPglite, onPostgres])));
  else {
    await take(onPglite);
    console.log(`\n── ${onPostgres.name}`);
    console.log("–  not run: set TEST_POSTGRES_URL to a Postgres on which databases may be made.");
  }
  const built = await take({ name: "Production build", run: build });
  const browser = await take({
    name: "Browser",
    run: () => checkThat(() => ensureChromium(console.log)),
  });
  if (built && browser) {
    await take({ name: "Browser journeys", run: () => journeys("journeys", 2) });
    await take({ name: "Browser journeys that measure", run: () => journeys("measured", 1) });
  } else console.log("\n── Browser journeys\n–  not run: they need the build and a browser.");

  const sum = (pick: (counts: Counts) => number) =>
    all.reduce((total, counts) => total + pick(counts), 0);
  const failed = sum((counts) => counts.failed);
  console.log(`\n${sum((counts) => counts.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
