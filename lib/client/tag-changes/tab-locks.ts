/** Locks that the tabs of a browser share. */
export type TabLocks = {
  /** Takes it, or null when somebody has it. The answer lets go; so does the end of the tab. */
  take: (name: string) => Promise<(() => void) | null>;
  isHeld: (name: string) => Promise<boolean>;
  /** Resolves once nobody has it. Rejects with the reason of `signal`. */
  whenFree: (name: string, signal: AbortSignal) => Promise<void>;
};

/** The Web Locks of this browser; they exist on https and on localhost. */
function webLocks(locks: LockManager): TabLocks {
  return {
    take: (name) =>
      new Promise((resolve, reject) => {
        const hold = (lock: Lock | null) => {
          if (lock) return new Promise<void>((release) => resolve(release));
          resolve(null);
        };
        locks.request(name, { ifAvailable: true }, hold).catch(reject);
      }),
    async isHeld(name) {
      const { held = [] } = await locks.query();
      return held.some((lock) => lock.name === name && lock.mode === "exclusive");
    },
    // Shared, so that many may wait at once and none is taken for a holder.
    whenFree: async (name, signal) => {
      await locks.request(name, { mode: "shared", signal }, () => undefined);
    },
  };
}

/** A holder says so this often, in milliseconds; one that was silent for three times as long is gone. */
const BEAT_MS = 2_000;
const PREFIX = "keepsake-lock:";

type StorageLockOptions = {
  storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
  now: () => number;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** Names this tab. */
  holder: string;
};

/**
 * The same by entries in the browser's storage, for where there are no Web Locks. Where storage is
 * forbidden every tab is alone, and gets what it asks for.
 */
export function storageLocks({ storage, now, wait, holder }: StorageLockOptions): TabLocks {
  const holderOf = (name: string): string | null => {
    const [until, who] = (read(name) ?? "").split(" ");
    return who && Number(until) > now() ? who : null;
  };
  const read = (name: string): string | null => {
    try {
      return storage().getItem(PREFIX + name);
    } catch {
      return null;
    }
  };
  const write = (name: string): void => {
    try {
      storage().setItem(PREFIX + name, `${now() + 3 * BEAT_MS} ${holder}`);
    } catch {
      // Nobody else can read it either.
    }
  };
  const remove = (name: string): void => {
    try {
      storage().removeItem(PREFIX + name);
    } catch {
      // As above.
    }
  };
  return {
    async take(name) {
      if (holderOf(name) !== null) return null;
      write(name);
      // Of two that wrote at once the later one has it.
      await wait(50);
      const own = holderOf(name);
      if (own !== null && own !== holder) return null;
      let isOurs = true;
      const beat = async () => {
        while (isOurs) {
          write(name);
          await wait(BEAT_MS);
        }
      };
      void beat();
      return () => {
        isOurs = false;
        if (holderOf(name) === holder) remove(name);
      };
    },
    isHeld: async (name) => holderOf(name) !== null,
    async whenFree(name, signal) {
      while (holderOf(name) !== null) {
        await wait(BEAT_MS / 2);
        signal.throwIfAborted();
      }
    },
  };
}

let ours: TabLocks | undefined;

/** The locks of this browser. */
export function tabLocks(): TabLocks {
  ours ??= hasWebLocks(navigator)
    ? webLocks(navigator.locks)
    : storageLocks({
        storage: () => window.localStorage,
        now: () => Date.now(),
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        holder: Math.random().toString(36).slice(2),
      });
  return ours;
}

/** The types say that it is always there; without https it is not. */
const hasWebLocks = (scope: object): boolean => "locks" in scope && scope.locks !== undefined;
