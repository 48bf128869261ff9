import "server-only";
import { type ActivityJob, jobHeader, parseJob } from "@/lib/contract/activity";
import { sentences } from "@/lib/contract/sentences";
import { invalid } from "@/lib/errors";

/**
 * The job of the browser's that a change is part of, null where it stands alone. It is the caller's
 * own word, about their own activity, and decides nothing but how that is shown.
 * @throws AppError validation-failed for anything that is not one.
 */
export function jobOf(headers: Headers): ActivityJob | null {
  const value = headers.get(jobHeader);
  if (value === null) return null;
  const job = parseJob(value);
  if (job === null) throw invalid(jobHeader, sentences.activityJob);
  return job;
}
