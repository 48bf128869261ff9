import { ensureChromium } from "./lib/browser";
import { ensureGenerated } from "./lib/generate";
import { runMain, Sentence } from "./lib/sentence";
import { journeys, vitest } from "./lib/test-runners";
import { checkThat } from "./lib/test-steps";
import { Verdict } from "./lib/verdict";

/** The address of a real Postgres to run a second time on. */
const postgresUrl = process.env.TEST_POSTGRES_URL;

/** Once more, on a real Postgres. */
async function onPostgres(
  verdict: Verdict,
  name: string,
  project: "integration" | "serial",
): Promise<void> {
  if (!postgresUrl && !process.env.REQUIRE_POSTGRES) {
    const how = "set TEST_POSTGRES_URL to a Postgres on which databases may be made.";
    return verdict.leaveOut(name, how);
  }
  const run = () => {
    if (!postgresUrl) {
      throw new Sentence("REQUIRE_POSTGRES is set, but TEST_POSTGRES_URL names no Postgres.");
    }
    const env = { TEST_DATABASE_URL: postgresUrl };
    return vitest(project, `${project}-postgres`, { env });
  };
  await verdict.take({ name, run });
}

/**
 * `npm run test:deep`: what takes minutes rather than seconds, and so is no part of `npm test`.
 * Its last line is the verdict.
 */
await runMain(async () => {
  const verdict = new Verdict();
  await verdict.take({ name: "Database client", run: () => checkThat(ensureGenerated) });
  await onPostgres(verdict, "Integration tests on Postgres", "integration");
  await onPostgres(verdict, "Serial tests on Postgres", "serial");
  await verdict.take({
    name: "Long tests",
    run: () => vitest("deep", "deep", { env: { TEST_DATABASE_URL: postgresUrl ?? "" } }),
  });
  const browser = await verdict.take({
    name: "Browser",
    run: () => checkThat(() => ensureChromium(console.log)),
  });
  if (browser) {
    await verdict.take({ name: "Long journeys", run: () => journeys("long", 2) });
    await verdict.take({ name: "Journeys that measure", run: () => journeys("measured", 1) });
  } else verdict.leaveOut("Long journeys", "they need a browser.");
  return verdict.pronounce();
});
