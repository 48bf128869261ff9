import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { findConnection } from "@/lib/db/connections";
import { LeaseBusyError, leaseLeftMs, takeLease, withLease } from "@/lib/db/leases";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { underWaySince } from "@/lib/memoram/sent";
import { SETTLES_MS } from "@/lib/services/memories/lost-answer";

/** Versions of a memory that a write may be based on, from `If-Match`; null: whatever is there. */
export type Expected = { matches(version: string): boolean } | null;

/** How long a write waits for those before it, and for what they sent. */
const PATIENCE_MS = 20_000;

/** A process that was killed may just have sent a write: with renewals every 5 s, 10 s are left. */
const LEASE_MS = 15_000;

/**
 * The right to write to a memory alone: nobody's change is lost between reading and writing. It is
 * the memory's, whoever of ours writes; the ids do not stand in it, as nothing erases it with them.
 */
export function memoryLease(memoramUserId: string, id: string): string {
  const digest = createHash("sha256").update(`${memoramUserId}\n${id}`).digest("base64url");
  return `memory:${digest}`;
}

/**
 * Somebody who waits to write to a memory; `refused` once it is known that there is no use in it.
 * A hundred who wait for one memory would otherwise read it one after the other, to learn the same.
 */
type Waiting = { expected: Expected; refused: "edit-conflict" | "not-found" | null };
const lines = new Map<string, Set<Waiting>>();

function standInLine(key: string, expected: Expected): Waiting & { leave(): void } {
  const line = lines.get(key) ?? new Set();
  lines.set(key, line);
  const waiting: Waiting & { leave(): void } = {
    expected,
    refused: null,
    leave() {
      line.delete(waiting);
      if (line.size === 0 && lines.get(key) === line) lines.delete(key);
    },
  };
  line.add(waiting);
  return waiting;
}

export type Telling = { version(version: string): void; gone(): void };

/**
 * Whoever waits in this process now will be told what a read that begins now finds: it falls into
 * the time of their own call. Whoever expects nothing goes on waiting.
 */
export function tellWaiting(memoramUserId: string, id: string): Telling {
  const all = lines.get(memoryLease(memoramUserId, id)) ?? [];
  const line = [...all].filter(({ expected }) => expected);
  return {
    version(version: string) {
      for (const waiting of line) {
        if (!waiting.expected?.matches(version)) waiting.refused = "edit-conflict";
      }
    },
    gone() {
      for (const waiting of line) waiting.refused = "not-found";
    },
  };
}

/** Held by nobody in particular while Memoram may be at work on what was sent to a memory. */
const underWay = (key: string) => `under-way:${key}`;

/**
 * Waits until Memoram is no longer at work on what the writers before us sent.
 * @throws AppError memoram-timeout when that takes longer than until `deadline`.
 */
async function untilSettled(key: string, deadline: number): Promise<void> {
  const ms = await leaseLeftMs(underWay(key));
  if (Date.now() + ms > deadline) throw new AppError("memoram-timeout");
  if (ms > 0) await sleep(ms);
}

/** Never throws: what went wrong with the write is what its caller is to learn. */
async function noteUnderWay(key: string, since: number): Promise<void> {
  try {
    await takeLease(underWay(key), "Memoram", Math.max(0, since + SETTLES_MS - Date.now()));
  } catch (error) {
    log.error("noting a write under way failed", { cause: causeOf(error) });
  }
}

/** Runs a write to Memoram, and sees to it that nobody writes while it may still be under way. */
export type Sending = <R>(write: () => Promise<R>) => Promise<R>;

const sendingTo =
  (key: string): Sending =>
  async (write) => {
    try {
      return await write();
    } catch (error) {
      const since = underWaySince(error);
      if (since !== null) await noteUnderWay(key, since);
      throw error;
    }
  };

/**
 * Runs `work` as the only writer of a memory. Who expects a version learns while waiting that it is
 * no longer there. When a write that `work` sent got no answer, the next writer waits until Memoram
 * is no longer at work on it: it would fall on top of theirs.
 * @throws AppError memoram-timeout after 20 s; edit-conflict, not-found.
 */
export async function alone<T>(
  userId: string,
  id: string,
  expected: Expected,
  work: (sending: Sending) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  const owner = (await findConnection(userId))?.memoramUserId;
  // Without a connection there is nothing to write to, which is for `work` to say.
  const key = memoryLease(owner ?? userId, id);
  const waiting = standInLine(key, expected);
  const meanwhile = async () => {
    if (waiting.refused) throw new AppError(waiting.refused);
    return undefined;
  };
  try {
    return await withLease<T>(
      key,
      { waitMs: PATIENCE_MS, ttlMs: LEASE_MS, meanwhile },
      async () => {
        await untilSettled(key, deadline);
        waiting.leave();
        return work(sendingTo(key));
      },
    );
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  } finally {
    waiting.leave();
  }
}
