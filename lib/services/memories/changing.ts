import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Memory } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { sealContent } from "@/lib/crypto/content";
import { LeaseBusyError, leaseLeftMs, takeLease, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { isRefusal } from "@/lib/memoram/status-error";
import { transportLimits } from "@/lib/memoram/transport";
import { type Access, aboutId } from "@/lib/services/connection/access";
import { mayBeUnderWay, SETTLES_MS } from "@/lib/services/memories/lost-answer";
import { isGone } from "@/lib/services/memories/outcome";
import { openBlob, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** Versions of a memory that a write may be based on, from `If-Match`; null: whatever is there. */
export type Expected = { matches(version: string): boolean } | null;

/** A memory before a write, and its content as Memoram keeps it. */
export type Found = { memory: Memory; stored: string };

/** Content as it is written: encrypted under the person's key. */
export const sealFor = (content: string, access: Access) =>
  sealContent(content, access.encryptionKey, env().MEMORAM_CONTENT_FORMAT);

/** Memoram's own rules for values are not documented; where they are stricter than ours, say so. */
export async function refusingValues<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusal(error, 400, 413, 422)) throw error;
    throw new AppError("validation-failed", {
      detail: sentences.refusedByMemoram,
      errors: [],
      cause: error,
    });
  }
}

/** The right to write to a memory alone: nobody's change is lost between reading and writing. */
export const memoryLease = (userId: string, id: string) => `memory:${userId}:${id}`;

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

/** Held by nobody in particular while Memoram may be at work on what was sent to a memory. */
const underWay = (key: string) => `under-way:${key}`;

/** Waits until Memoram is no longer at work on what the writer before us sent. */
async function untilSettled(key: string): Promise<void> {
  const ms = await leaseLeftMs(underWay(key));
  if (ms > 0) await sleep(ms);
}

/** Never throws: what went wrong with the write is what its caller is to learn. */
async function noteUnderWay(key: string, ms: number): Promise<void> {
  try {
    await takeLease(underWay(key), "Memoram", ms);
  } catch (error) {
    log.error("noting a write under way failed", { cause: causeOf(error) });
  }
}

async function send<T>(key: string, write: () => Promise<T>): Promise<T> {
  const sentAt = Date.now();
  try {
    return await write();
  } catch (error) {
    // Of a call that took longer, the last attempt was sent that long ago.
    const attemptMs = Math.min(Date.now() - sentAt, transportLimits.attemptMs);
    if (mayBeUnderWay(error)) await noteUnderWay(key, SETTLES_MS - attemptMs);
    throw error;
  }
}

/** Runs a write to Memoram, and sees to it that nobody writes while it may still be under way. */
export type Sending = <R>(write: () => Promise<R>) => Promise<R>;

type Telling = { version(version: string): void; gone(): void };

/**
 * Whoever waits in this process now will be told what a read that begins now finds: it falls into
 * the time of their own call. Whoever expects nothing goes on waiting.
 */
function tellWaiting(userId: string, id: string): Telling {
  const line = [...(lines.get(memoryLease(userId, id)) ?? [])].filter(({ expected }) => expected);
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
  const key = memoryLease(userId, id);
  const waiting = standInLine(key, expected);
  const meanwhile = async () => {
    if (waiting.refused) throw new AppError(waiting.refused);
    return undefined;
  };
  try {
    return await withLease<T>(key, { waitMs: 20_000, meanwhile }, async () => {
      await untilSettled(key);
      waiting.leave();
      return work((write) => send(key, write));
    });
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  } finally {
    waiting.leave();
  }
}

/** The memory as Memoram has it; that it is gone, those who wait learn too. */
async function readTelling(access: Access, id: string, told: Telling): Promise<MemoryBlob> {
  try {
    return await aboutId(() => memoram().memoryBlobs.read(access.memoramUserId, id));
  } catch (error) {
    if (isGone(error)) told.gone();
    throw error;
  }
}

/**
 * The memory as it is, if it is what the write expects, and the access that is good now.
 * @throws AppError edit-conflict; what `openBlob` throws.
 */
export async function readExpected(
  granted: Access,
  id: string,
  { expected, mustKnow = false }: { expected: Expected; mustKnow?: boolean },
): Promise<Found & { access: Access }> {
  const told = tellWaiting(granted.userId, id);
  const blob = await readTelling(granted, id, told);
  const { value: memory, access } = await openBlob(blob, granted, { mustKnow });
  const { version } = versioned(memory, blob.content);
  told.version(version);
  if (expected && !expected.matches(version)) throw new AppError("edit-conflict");
  return { memory, access, stored: blob.content };
}
