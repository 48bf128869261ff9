import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { env, secrets } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { memoram } from "@/lib/services/runtime";

/**
 * What content is known by once it was sent to Memoram: encrypted content is another text every
 * time, so its digest names one write. Keyed, so that a dump does not let anyone confirm a guess at
 * content that was stored readable.
 */
export function contentMark(storedContent: string, secret = env().NEXTAUTH_SECRET): string {
  const key = hkdfSync("sha256", secret, "", "keepsake content mark", 32);
  return createHmac("sha256", Buffer.from(key)).update(storedContent).digest("base64url");
}

const PAGE = 50;
/** Looking must leave time for the writing itself, while the page still waits. */
const LOOK_MS = 8_000;
/**
 * We give an attempt 5 s. What was sent that long ago twice over and is not there is taken to have
 * come to nothing: Memoram's side of a connection that we closed does not say.
 */
export const SETTLES_MS = 10_000;
/** Memoram's clock may be behind ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Writes of one thing whose answers were lost. */
export type Sent = {
  /** Of the contents as they were sent, by {@link contentMark}. */
  marks: readonly string[];
  /** When the first was sent. */
  since: Date | null;
  /** When the last was, unless Memoram is known to be no longer at work on it. */
  underWaySince: Date | null;
  /** Where an earlier look that found nothing ran out of time. */
  lookedTo?: string | null;
};

export type Looking = {
  /** A closer look at a memory with that content, made since. */
  accepts?: (blob: MemoryBlob) => boolean;
  /** Is told where the look ran out of time. */
  ranOutAt?: (cursor: string) => Promise<void>;
};

/** Looks through every page, or from the first one to where an earlier look stopped. */
async function look(memoramUserId: string, sent: Sent, { accepts, ranOutAt }: Looking) {
  const earliest = (sent.since?.getTime() ?? 0) - CLOCKS_APART_MS;
  const deadline = Date.now() + LOOK_MS;
  const seen = new Set<string>();
  let resumeAt = sent.lookedTo;
  let cursor: string | undefined;
  for (;;) {
    const page = await memoram().memoryBlobs.list(memoramUserId, { limit: PAGE, cursor });
    const found = page.blobs.find(
      (blob) =>
        Date.parse(blob.created_at) >= earliest &&
        secrets().some((secret) => sent.marks.includes(contentMark(blob.content, secret))) &&
        (accepts?.(blob) ?? true),
    );
    if (found) return found;
    if (page.nextCursor === null) return null;
    // What cannot be looked through must not pass for what is not there.
    if (seen.has(page.nextCursor)) throw new AppError("memoram-bad-response");
    cursor = resumeAt ?? page.nextCursor;
    resumeAt = null;
    seen.add(cursor);
    if (Date.now() < deadline) continue;
    await ranOutAt?.(cursor);
    throw new AppError("memoram-timeout");
  }
}

/**
 * The memory that an earlier write made, when its answer was lost; null when there is none. Memoram
 * has no idempotency and no search by content [D], and promises no order: it is asked page by page.
 * While Memoram may still be at work on the write, that time is waited out before "not there" counts.
 * @throws AppError memoram-timeout when not all could be looked through in time, and
 *   memoram-bad-response when it never can be: to write again then could make a second one. What
 *   `memoryBlobs.list` throws.
 */
export async function findWritten(
  memoramUserId: string,
  sent: Sent,
  looking: Looking = {},
): Promise<MemoryBlob | null> {
  if (sent.marks.length === 0) return null;
  const found = await look(memoramUserId, sent, looking);
  if (found || sent.underWaySince === null) return found;
  const settledAt = sent.underWaySince.getTime() + SETTLES_MS;
  if (settledAt <= Date.now()) return null;
  await sleep(settledAt - Date.now());
  return look(memoramUserId, { ...sent, lookedTo: null }, looking);
}
