import "server-only";
import { z } from "zod";
import {
  type ActivityItem,
  type ActivityPage,
  type ActivityQuery,
  activityItemSchema,
  activityKinds,
  jobKinds,
  OTHER,
} from "@/lib/contract/activity";
import { sentences } from "@/lib/contract/sentences";
import { type ListedActivity, listActivity } from "@/lib/db/activity/list";
import { invalid } from "@/lib/errors";
import { settleOwnIntents } from "@/lib/services/activity/settle";

const placeSchema = z.number().int().min(0).max(2_147_483_647);

/** A place in the chain as an opaque cursor. It tells nothing and opens nothing: it needs no seal. */
const toCursor = (seq: number) => Buffer.from(JSON.stringify(seq)).toString("base64url");

function fromCursor(cursor: string): number {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (error) {
    throw invalid("cursor", sentences.trashCursorUnknown, error);
  }
}

/** The one of `known` that was stored; what a later version wrote is shown neutrally. */
const shownAs = <Known extends string>(known: readonly Known[], stored: string | null) =>
  known.find((one) => one === stored) ?? OTHER;

function present(row: ListedActivity, folded: boolean): ActivityItem {
  const { seq, at, kind, outcome, memoryId, count, jobId, jobKind, changes, unknown } = row;
  const isJob = folded && jobId !== null;
  const begunAt = row.firstAt.toISOString();
  return activityItemSchema.parse({
    ...{ seq, count },
    kind: shownAs(activityKinds, kind),
    // What is not known to be done is not said to be.
    outcome: outcome === "done" ? "done" : "unknown",
    at: at.toISOString(),
    memoryId: isJob ? null : memoryId,
    job:
      jobId === null
        ? null
        : { id: jobId, kind: shownAs(jobKinds, jobKind), changes, unknown, begunAt },
  });
}

/**
 * One page of what a person did, the latest first; the changes of one job are one item, unless that
 * job is asked for.
 * @throws AppError validation-failed for a cursor that is not ours.
 */
export async function listOwnActivity(userId: string, query: ActivityQuery): Promise<ActivityPage> {
  const { limit, cursor, kind, from, to, job } = query;
  const after = cursor === undefined ? null : fromCursor(cursor);
  if (after === null) await settleOwnIntents(userId);
  const rows = await listActivity(userId, {
    kinds: kind ?? null,
    from: from ?? null,
    to: to ?? null,
    job: job ?? null,
    after,
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => present(row, job === undefined)),
    nextCursor: last ? toCursor(last.seq) : null,
  };
}
