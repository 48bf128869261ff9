import type { BulkJob } from "@/lib/client/bulk/job";

/** Jobs with fewer items than this are over before a quarter of them could be read out. */
const WORTH_QUARTERS = 8;

/** The last quarter that a job has passed, in percent: 0, 25, 50 or 75. Its end is not one. */
export function quarterOf({ total, done, failed }: BulkJob): 0 | 25 | 50 | 75 {
  const over = done + failed.length;
  if (total < WORTH_QUARTERS || over >= total) return 0;
  if (4 * over >= 3 * total) return 75;
  if (2 * over >= total) return 50;
  return 4 * over >= total ? 25 : 0;
}

/** Whether anything of a job is still to be done, now or once somebody says so. */
export function isOpen({ state }: BulkJob): boolean {
  return state !== "finished" && state !== "cancelled";
}
