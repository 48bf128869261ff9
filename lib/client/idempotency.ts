/**
 * Keys for `Idempotency-Key`, one per attempt: sending the same body again (because nobody knows
 * whether the first reached us) keeps the key, another body gets another.
 */
export function createAttempts(newKey: () => string = randomKey) {
  let last: { body: string; key: string } | null = null;
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body);
      if (last?.body !== text) last = { body: text, key: newKey() };
      return last.key;
    },
    /** After a success: the same words once more are meant as a second memory. */
    finish() {
      last = null;
    },
  };
}

/** `crypto.randomUUID` exists only on secure origins; a plain-http address in a LAN is none. */
function randomKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
