import type { QueryClient } from "@tanstack/react-query";
import { bulkEnvironment } from "./bulk-environment";
import { BulkRunner } from "./bulk-runner";

const kept = new WeakMap<QueryClient, BulkRunner>();

/** The one runner of a tab's jobs. */
export function bulkRunnerOf(client: QueryClient): BulkRunner {
  let runner = kept.get(client);
  if (!runner) {
    runner = new BulkRunner(bulkEnvironment(client));
    kept.set(client, runner);
  }
  return runner;
}
