import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Memory } from "@/lib/contract/memory";
import type { StreamEnd } from "@/lib/contract/stream";
import type { Keeper } from "@/lib/db/keeper";
import { noteMissing } from "@/lib/db/versions";
import { AppError, isAppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { withAccess } from "@/lib/services/connection/access";
import { openBlobs } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** As for a page of our own list: the largest that Memoram answers is not documented. */
const UPSTREAM_LIMIT = 50;

/** Hosts end a function after five minutes, in the middle of a line: we stop and say so before. */
const WHOLE_MS = 270_000;

/**
 * On the way, pauses that Memoram asks for are made, together as long as this for a page: a reader
 * hears nothing meanwhile, and must not take the silence for the end.
 */
const PAUSES_A_PAGE_MS = 30_000;
const PAUSE_WITHOUT_A_WORD_S = 10;

type Page = { memories: Memory[]; nextCursor: string | null };

/** Batches of memories, in Memoram's order, each once; at the end how many there were. */
export type MemoryBatches = AsyncGenerator<Memory[], StreamEnd>;

class Traversal {
  readonly #userId: string;
  readonly #deadline = Date.now() + WHOLE_MS;
  readonly #ids = new Set<string>();
  readonly #cursors = new Set<string>();
  #keeper: Keeper | null = null;
  #wasCutShort = false;

  constructor(userId: string) {
    this.#userId = userId;
  }

  get count(): number {
    return this.#ids.size;
  }

  /**
   * One page. Access is asked for anew each time, so that one that has ended ends the stream, and a
   * key that was rotated on the way is used from there on.
   */
  read(cursor: string | undefined, signal?: AbortSignal): Promise<Page> {
    return withAccess(this.#userId, "read", async (access) => {
      const { userId, memoramUserId } = access;
      this.#keeper ??= { userId, memoramUserId };
      if (this.#keeper.memoramUserId !== memoramUserId) throw new AppError("not-connected");
      const filter = { limit: UPSTREAM_LIMIT, cursor };
      const page = await memoram().memoryBlobs.list(memoramUserId, filter, signal);
      const fresh = page.blobs.filter(({ id }) => !this.#ids.has(id) && this.#ids.add(id));
      const { value: memories } = await openBlobs(fresh, access);
      return { memories, nextCursor: this.#follow(page.nextCursor) };
    });
  }

  /** A cursor that comes again would lead round in circles. */
  #follow(cursor: string | null): string | null {
    if (cursor === null) return null;
    if (this.#cursors.has(cursor)) {
      this.#wasCutShort = true;
      return null;
    }
    this.#cursors.add(cursor);
    return cursor;
  }

  /** A page on the way: with the pauses that Memoram asks for. */
  async next(cursor: string, signal: AbortSignal): Promise<Page> {
    for (let pausedMs = 0; ; ) {
      signal.throwIfAborted();
      const leftMs = this.#deadline - Date.now();
      if (leftMs < 0) throw new AppError("memoram-timeout");
      try {
        return await this.read(cursor, signal);
      } catch (error) {
        if (isAppError(error, "memoram-rate-limited")) {
          const pauseMs = (error.retryAfterSeconds ?? PAUSE_WITHOUT_A_WORD_S) * 1_000;
          pausedMs += pauseMs;
          if (pausedMs > PAUSES_A_PAGE_MS || pauseMs > leftMs) throw error;
          await sleep(pauseMs, undefined, { signal });
          continue;
        }
        // Nothing was asked for by name but Memoram's own cursor.
        if (isAppError(error, "not-found")) {
          throw new AppError("memoram-bad-response", { cause: error });
        }
        throw error;
      }
    }
  }

  /** Everything was seen: what has a history and was not is missing. */
  async finish(): Promise<void> {
    if (this.#keeper === null || this.#wasCutShort) return;
    try {
      await noteMissing(this.#keeper, (id) => this.#ids.has(id));
    } catch (error) {
      log.error("noting what is missing failed", { userId: this.#userId, cause: causeOf(error) });
    }
  }
}

async function* batches(traversal: Traversal, first: Page, signal: AbortSignal): MemoryBatches {
  let page = first;
  for (;;) {
    const { nextCursor } = page;
    // Asked for while this page is sent, and no further: a slow reader must not pile up pages.
    const next = nextCursor === null ? null : traversal.next(nextCursor, signal);
    next?.catch(() => undefined);
    yield page.memories;
    if (next === null) break;
    page = await next;
  }
  await traversal.finish();
  return { done: true, count: traversal.count };
}

/**
 * Everything a person has, opened, for one traversal. The first page is read at once, so that
 * whatever is wrong from the start is thrown here.
 * @returns what goes on from there, until `signal` aborts; it throws what `withAccess` throws, and
 *   memoram-timeout when it takes longer than a function may.
 * @throws AppError what `withAccess` throws.
 */
export async function streamMemories(
  userId: string,
): Promise<(signal: AbortSignal) => MemoryBatches> {
  const traversal = new Traversal(userId);
  const first = await traversal.read(undefined);
  return (signal) => batches(traversal, first, signal);
}
