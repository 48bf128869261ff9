import { afterAll, beforeAll, beforeEach } from "vitest";
import type { RunningSandbox } from "../../sandbox/start";
import { emptyDatabase, startHarness } from "./harness";

/**
 * Hooks of a file of tests: one sandbox for all of them, as seeded before each, with nobody in
 * Keepsake.
 * @returns the sandbox, once it runs
 */
export function freshSandbox(...options: Parameters<typeof startHarness>): () => RunningSandbox {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startHarness(...options);
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.control.reset();
    await emptyDatabase();
  });
  return () => sandbox;
}
