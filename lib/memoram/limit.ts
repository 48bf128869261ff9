import "server-only";

/** A timer that is found so late, in milliseconds, belongs to a process that stood still. */
const FROZEN_MS = 1_000;
/** What such a process is given to read the answers that came meanwhile. */
const CATCH_UP_MS = 250;

/**
 * Runs `action` after `ms`; the answer takes that back. A host of functions freezes a process
 * between two calls, and on waking overdue timers run before anything is read: an answer that has
 * been here for long would count as none. Such a timer lets the reading go first.
 */
export function after(ms: number, action: () => void): () => void {
  const dueAt = performance.now() + ms;
  let timer = setTimeout(() => {
    if (performance.now() - dueAt < FROZEN_MS) action();
    else timer = setTimeout(action, CATCH_UP_MS);
  }, ms);
  return () => clearTimeout(timer);
}

/**
 * A signal that aborts after `ms`, or with `outer`; `lift` ends the waiting and must be called. Not
 * `AbortSignal.any`: on Node 20 nothing keeps a timeout that only it refers to, so garbage
 * collection takes the limit away while the request goes on.
 */
export function limit(ms: number, outer?: AbortSignal): { signal: AbortSignal; lift(): void } {
  const controller = new AbortController();
  const onAbort = () => controller.abort(outer?.reason);
  const cancel = after(ms, () => {
    controller.abort(new DOMException("The attempt took too long.", "TimeoutError"));
  });
  outer?.addEventListener("abort", onAbort, { once: true });
  if (outer?.aborted) onAbort();
  return {
    signal: controller.signal,
    lift() {
      cancel();
      outer?.removeEventListener("abort", onAbort);
    },
  };
}
