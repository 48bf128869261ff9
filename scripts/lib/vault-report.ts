import { db } from "@/lib/db/client";
import { SettingsError } from "@/lib/env";
import type { ValuePlace } from "@/lib/services/vault/sealed-tables";
import { Sentence } from "./sentence";

const TELL_EVERY_MS = 5_000;

/** Says how far it is, every few seconds, on the error output: the other one holds the findings. */
export function progressTeller<P>(say: (progress: P) => string): (progress: P) => void {
  let told = Date.now();
  return (progress) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    console.error(`… ${say(progress)}`);
  };
}

/** A row by its table and primary key, and the column: never by what it holds. */
export function describePlace({ table, column, key }: ValuePlace): string {
  const parts = Object.entries(key).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${table}.${column} of ${parts.join(", ")}`;
}

export const whyNot = {
  malformed: "is not a value that the vault sealed",
  "unknown-key": "is sealed with a key that is not in VAULT_KEYS",
  tampered: "was changed, or sealed with another key of that name",
  "wrong-context": "was sealed for another row or column",
  "old-key": "is not sealed with the first key",
} as const;

async function letGo(): Promise<void> {
  try {
    await db().$disconnect();
  } catch {
    // Without settings there was never a connection.
  }
}

/** Runs a command on the vault with the app's settings, and lets go of the database afterwards. */
export async function withSettings(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SettingsError) throw new Sentence(error.message);
    throw error;
  } finally {
    await letGo();
  }
}
