/**
 * Whether this tab gets answers. `offline`: the browser knows that there is no network.
 * `unreachable`: there is one, but Keepsake did not answer; it is asked again by itself.
 */
export type Reachability =
  | { state: "reachable" }
  | { state: "offline" }
  /** `nextTryAt`: milliseconds since 1970; null while it is being asked. */
  | { state: "unreachable"; nextTryAt: number | null };

type Surroundings = {
  /** Resolves when Keepsake answered anything at all. */
  probe: () => Promise<unknown>;
  isOnline: () => boolean;
  now: () => number;
};

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

const reachable: Reachability = { state: "reachable" };
const offline: Reachability = { state: "offline" };

/**
 * Follows whether Keepsake can be reached, from what calls report and what the browser says. After
 * a call without an answer it asks by itself, after 2 s and then more and more seldom, up to 30 s.
 */
export function createReachability({ probe, isOnline, now }: Surroundings) {
  let current: Reachability = reachable;
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const become = (next: Reachability) => {
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener();
  };

  const ask = async () => {
    clearTimeout(timer);
    if (current.state !== "unreachable") return;
    become({ state: "unreachable", nextTryAt: null });
    try {
      await probe();
      noteAnswer();
    } catch {
      wait();
    }
  };

  const wait = () => {
    if (!isOnline()) return become(offline);
    become({ state: "unreachable", nextTryAt: now() + pause });
    timer = setTimeout(() => void ask(), pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  };

  function noteAnswer(): void {
    clearTimeout(timer);
    pause = FIRST_PAUSE_MS;
    become(reachable);
  }

  return {
    get: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** A call was answered, with whatever status. */
    noteAnswer,
    /** A call got no answer. */
    noteSilence(): void {
      if (current.state === "reachable") wait();
    },
    /** The browser's own `offline` and `online`. */
    noteNetwork(): void {
      if (!isOnline()) {
        clearTimeout(timer);
        become(offline);
      } else if (current.state === "offline") {
        pause = FIRST_PAUSE_MS;
        current = { state: "unreachable", nextTryAt: null };
        void ask();
      }
    },
    /** The person would rather not wait. */
    tryNow: () => void ask(),
  };
}

/** What `GET /api/health` says does not matter here: that something answers does. */
const askKeepsake = () =>
  globalThis.fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(5_000) });

/** Whether this tab gets answers. */
export const reachability = createReachability({
  probe: askKeepsake,
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
});

/** Follows the browser's network events; the returned function ends it. */
export function followNetwork(): () => void {
  const onChange = () => reachability.noteNetwork();
  onChange();
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
