import "server-only";

/**
 * A signal that aborts after `ms`, or with `outer`; `lift` ends the waiting and must be called. Not
 * `AbortSignal.any`: on Node 20 nothing keeps a timeout that only it refers to, so garbage
 * collection takes the limit away while the request goes on.
 */
export function limit(ms: number, outer?: AbortSignal): { signal: AbortSignal; lift(): void } {
  const controller = new AbortController();
  const onAbort = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    controller.abort(new DOMException("The attempt took too long.", "TimeoutError"));
  }, ms);
  outer?.addEventListener("abort", onAbort, { once: true });
  if (outer?.aborted) onAbort();
  return {
    signal: controller.signal,
    lift() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", onAbort);
    },
  };
}
