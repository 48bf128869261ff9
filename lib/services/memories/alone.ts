import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { holdLease, LeaseBusyError, leaseLeftMs, withLease } from "@/lib/db/leases";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { underWaySince } from "@/lib/memoram/sent";
import { type Access, assertConnected } from "@/lib/services/connection/access";
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

/** Held in nobody's name while Memoram may be at work on what was sent to a memory. */
export const underWayLease = (memory: string) => `under-way:${memory}`;

/** Never throws: what went wrong with the write is what its caller is to learn. */
async function holdWhileUnderWay(key: string, since: number): Promise<void> {
  try {
    await holdLease(underWayLease(key), Math.max(0, since + SETTLES_MS - Date.now()));
  } catch (error) {
    log.error("noting a write under way failed", { cause: causeOf(error) });
  }
}

/** Who writes to a memory alone. */
export type Writer = {
  /** @throws AppError not-found when `access` is to other memories than it was when the wait began. */
  assertSame(access: Access): void;
  /** Runs a write to Memoram, and sees to it that nobody writes while it may still be under way. */
  send<R>(write: () => Promise<R>): Promise<R>;
  /**
   * Waits until Memoram is no longer at work on what the writers before sent: it would fall on top.
   * Whoever can learn from a read that there is no use in it reads first.
   * @returns whether there was something to wait for: what was read before it may be old
   * @throws AppError memoram-timeout when it would take too long
   */
  settled(): Promise<boolean>;
};

function writerOf(key: string, owner: string, deadline: number): Writer {
  return {
    assertSame({ memoramUserId }) {
      if (memoramUserId !== owner) throw new AppError("not-found");
    },
    async send(write) {
      try {
        return await write();
      } catch (error) {
        const since = underWaySince(error);
        if (since !== null) await holdWhileUnderWay(key, since);
        throw error;
      }
    },
    async settled() {
      const ms = await leaseLeftMs(underWayLease(key));
      if (ms === 0) return false;
      if (Date.now() + ms > deadline) throw new AppError("memoram-timeout");
      await sleep(ms);
      return true;
    },
  };
}

/**
 * Runs `work` as the only writer of a memory. Who expects a version learns while waiting that it is
 * no longer there.
 * @throws AppError memoram-timeout after 20 s; edit-conflict, not-found; what `assertConnected` throws.
 */
export async function alone<T>(
  userId: string,
  id: string,
  expected: Expected,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  const { memoramUserId } = await assertConnected(userId);
  const key = memoryLease(memoramUserId, id);
  const waiting = standInLine(key, expected);
  const meanwhile = async () => {
    if (waiting.refused) throw new AppError(waiting.refused);
    return undefined;
  };
  try {
    return await withLease<T>(key, { waitMs: PATIENCE_MS, ttlMs: LEASE_MS, meanwhile }, () => {
      waiting.leave();
      return work(writerOf(key, memoramUserId, deadline));
    });
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  } finally {
    waiting.leave();
  }
}
