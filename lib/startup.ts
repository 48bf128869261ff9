import "server-only";
import { env, SettingsError } from "@/lib/env";

/** Ends the process with one readable message when a setting is missing or wrong. */
export function checkSettings(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
