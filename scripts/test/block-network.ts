import { afterAll, afterEach } from "vitest";
import { takeConsoleProblems, watchConsole } from "./console";
import { allowHosts, blockNetwork, takeRefused } from "./network";

/**
 * Set-up of every test file: a connection that no test planned and a `console.error` or
 * `console.warn` that no test expected fail the test in which they happen. Tests plan theirs with
 * `allowPort` of ./network and `expectConsole` of ./console.
 */
blockNetwork();
allowHosts(process.env.KEEPSAKE_TEST_HOSTS ?? "");
watchConsole();

function assertQuiet(): void {
  const problems = [
    ...takeRefused().map((to) => `a connection to ${to} that the test did not plan`),
    ...takeConsoleProblems(),
  ];
  if (problems.length > 0) throw new Error(`Unexpected: ${problems.join("\n")}`);
}

afterEach(assertQuiet);
afterAll(assertQuiet);
