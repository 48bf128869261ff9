import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** A place in a line; `leave` must be called, whatever happens. */
export type Place = {
  isFirst(): boolean;
  /** Until `ms` have passed or this place has become the first. */
  wait(ms: number): Promise<void>;
  leave(): void;
};

type Waiting = { wake: () => void };
const lines = new Map<string, Waiting[]>();

/**
 * Stands in line for `key` behind the others of this process, so that only the first of them asks
 * the database whether it is their turn: a hundred who ask would slow down the one at work.
 */
export function standInLine(key: string): Place {
  const line = lines.get(key) ?? [];
  lines.set(key, line);
  const waiting: Waiting = { wake: () => {} };
  line.push(waiting);
  return {
    isFirst: () => line[0] === waiting,
    async wait(ms) {
      const stop = new AbortController();
      const woken = new Promise<void>((resolve) => {
        waiting.wake = resolve;
      });
      await Promise.race([
        sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined),
        woken,
      ]);
      stop.abort();
    },
    leave() {
      const at = line.indexOf(waiting);
      if (at === -1) return;
      line.splice(at, 1);
      if (line.length === 0) lines.delete(key);
      else if (at === 0) line[0]?.wake();
    },
  };
}
