import { reachability } from "@/lib/client/reachability";
import { yieldToMain } from "./yield-to-main";

/** What the collection needs of the tab it lives in. */
export type Environment = {
  fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs `action` after `ms` milliseconds; the answer takes that back. */
  later: (ms: number, action: () => void) => () => void;
  yieldToMain: () => Promise<void>;
  /** Whether anybody can see the page. */
  isVisible: () => boolean;
  /** Calls when the person comes back to the tab. */
  onWake: (action: () => void) => void;
  /** Calls when the network is back. */
  onOnline: (action: () => void) => void;
  /** Tells the rest of the page that an answer came, or that none did. */
  noteAnswer: () => void;
  noteSilence: () => void;
  /** From 0 to 1. */
  random: () => number;
};

/** A browser's tab. Made on the server too, where nothing of it is called. */
export const browserEnvironment: Environment = {
  // Looked up at every call, so that a test's or a browser tool's fetch is met.
  fetch: (...request) => globalThis.fetch(...request),
  now: () => Date.now(),
  later: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  yieldToMain,
  isVisible: () => document.visibilityState === "visible",
  onWake: (action) => {
    window.addEventListener("focus", action);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") action();
    });
  },
  onOnline: (action) => {
    let was = reachability.get().state;
    reachability.subscribe(() => {
      const { state } = reachability.get();
      const isBack = state === "reachable" && was !== "reachable";
      was = state;
      if (isBack) action();
    });
    window.addEventListener("online", action);
  },
  noteAnswer: () => reachability.noteAnswer(),
  noteSilence: () => reachability.noteSilence(),
  random: () => Math.random(),
};
