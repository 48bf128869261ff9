import type { BulkJob } from "@/lib/client/bulk/job";

/** What a person can do to a job. Only the one under way can be paused. */
export type JobControls = {
  pause: () => void;
  resume: () => void;
  cancel: (job: BulkJob) => void;
  retryFailed: () => void;
  /** Takes a finished job away. */
  dismiss: (job: BulkJob) => void;
  /** Restores what a job has deleted. */
  undo: (job: BulkJob) => void;
};
