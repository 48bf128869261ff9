/** A body that was sent, as JSON, and the key that it was sent with. */
export type Attempt = { body: string; key: string };

/** Where the last attempt is kept when the page goes; `write` may have no room for it. */
export type AttemptStore = {
  read: () => Attempt | null;
  write: (attempt: Attempt) => void;
  drop: () => void;
};

type AttemptsOptions = { kept?: AttemptStore; newKey?: () => string };

/**
 * Keys for `Idempotency-Key`, one per attempt: sending the same body again (because nobody knows
 * whether the first reached us) keeps the key, another body gets another. With `kept` that holds
 * across a reload too: the attempt is there before the body is sent.
 */
export function createAttempts({ kept, newKey = randomKey }: AttemptsOptions = {}) {
  let last: Attempt | null = null;
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body);
      last ??= kept?.read() ?? null;
      if (last?.body !== text) last = { body: text, key: newKey() };
      kept?.write(last);
      return last.key;
    },
    /** Saved, or not wanted any more: the same words once more are meant as another memory. */
    finish() {
      last = null;
      kept?.drop();
    },
  };
}

/** `crypto.randomUUID` exists only on secure origins; a plain-http address in a LAN is none. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
