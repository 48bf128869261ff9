import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { type BulkRunner, type BulkSnapshot, noJobs } from "./bulk-runner";
import { bulkRunnerOf } from "./bulk-runner-of";

/** The runner itself, for starting a job without drawing again at each of its steps. */
export function useBulkRunner(): BulkRunner {
  return bulkRunnerOf(useQueryClient());
}

export type BulkJobHandle = BulkSnapshot & { readonly runner: BulkRunner };

/** The jobs of this tab at this moment, and the runner to act on them. */
export function useBulkJob(): BulkJobHandle {
  const runner = useBulkRunner();
  const snapshot = useSyncExternalStore(runner.subscribe, runner.getSnapshot, () => noJobs);
  return useMemo(() => ({ ...snapshot, runner }), [snapshot, runner]);
}
