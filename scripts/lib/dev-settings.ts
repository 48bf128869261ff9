import { join } from "node:path";
import type { KeptSecrets } from "./kept-secrets";
import { readPort } from "./ports";
import { Sentence } from "./sentence";

export type Environment = Record<string, string | undefined>;

/** What development runs with, and which parts of it the person brought along. */
export interface DevSettings {
  appPort: number;
  /** Null when the settings name a real Memoram. */
  sandboxPort: number | null;
  /** Null when DATABASE_URL names a database. */
  databasePort: number | null;
  /** Everything the app's process needs beside what was given. */
  app: Record<string, string>;
  /** Everything the sandbox's process needs. */
  sandbox: Record<string, string>;
  /** Names of the settings that were made up here. */
  generated: string[];
}

/** Without these there is no talking to a real Memoram; with any of them, all are needed. */
const realMemoram = [
  "MEMORAM_API_KEY",
  "MEMORAM_CLIENT_ID",
  "MEMORAM_CLIENT_SECRET",
  "MEMORAM_AUTHORIZE_URL",
];
const memoramAddresses = ["MEMORAM_API_URL", "MEMORAM_TOKEN_URL", "MEMORAM_DASHBOARD_URL"];

const isSet = (env: Environment, name: string) => (env[name] ?? "").trim() !== "";

/**
 * Whether the settings name a real Memoram.
 * @throws Sentence when they do so only in part: half a setting must not end in the sandbox
 */
export function usesRealMemoram(env: Environment): boolean {
  const given = [...realMemoram, ...memoramAddresses].filter((name) => isSet(env, name));
  const missing = realMemoram.filter((name) => !isSet(env, name));
  if (given.length === 0) return false;
  if (missing.length === 0) return true;
  throw new Sentence(
    `${given.join(", ")} ${given.length === 1 ? "is" : "are"} set, but not ${missing.join(", ")}: ` +
      "give all of them to use Memoram itself, or none to use the sandbox.",
  );
}

/** What the sandbox needs to know, and its origin. */
export function sandboxSettings(
  secrets: KeptSecrets,
  options: { port: number; appOrigin: string; dataDir: string },
): Record<string, string> {
  return {
    SANDBOX_PORT: String(options.port),
    SANDBOX_ORIGIN: `http://localhost:${options.port}`,
    SANDBOX_DATA_DIR: options.dataDir,
    SANDBOX_API_KEY: secrets.SANDBOX_API_KEY,
    SANDBOX_CLIENT_ID: secrets.SANDBOX_CLIENT_ID,
    SANDBOX_CLIENT_SECRET: secrets.SANDBOX_CLIENT_SECRET,
    SANDBOX_REDIRECT_URIS: `${options.appOrigin}/api/auth/callback/memoram`,
  };
}

/** The app's side of the same: how it reaches the sandbox. */
export function memoramOfSandbox(sandbox: Record<string, string>): Record<string, string> {
  const { SANDBOX_ORIGIN: origin = "" } = sandbox;
  return {
    MEMORAM_API_URL: `${origin}/api/v1`,
    MEMORAM_AUTHORIZE_URL: `${origin}/oauth/authorize`,
    MEMORAM_DASHBOARD_URL: `${origin}/dashboard`,
    MEMORAM_API_KEY: sandbox.SANDBOX_API_KEY ?? "",
    MEMORAM_CLIENT_ID: sandbox.SANDBOX_CLIENT_ID ?? "",
    MEMORAM_CLIENT_SECRET: sandbox.SANDBOX_CLIENT_SECRET ?? "",
  };
}

/**
 * Completes what was given to what development needs.
 * @param env process.env with the .env files read into it
 * @throws Sentence for a port that is none and for a Memoram configured by half
 */
export function devSettings(
  env: Environment,
  secrets: KeptSecrets,
  dataFolder: string,
): DevSettings {
  const appPort = readPort("PORT", env.PORT, 3000);
  const appOrigin = isSet(env, "NEXTAUTH_URL")
    ? String(env.NEXTAUTH_URL)
    : `http://localhost:${appPort}`;
  const app: Record<string, string> = { PORT: String(appPort), NEXTAUTH_URL: appOrigin };
  const generated: string[] = [];
  for (const name of ["NEXTAUTH_SECRET", "VAULT_KEYS"] as const) {
    if (isSet(env, name)) continue;
    app[name] = secrets[name];
    generated.push(name);
  }

  const sandboxPort = usesRealMemoram(env)
    ? null
    : readPort("SANDBOX_PORT", env.SANDBOX_PORT, 4010);
  const sandbox =
    sandboxPort === null
      ? {}
      : sandboxSettings(secrets, {
          port: sandboxPort,
          appOrigin: appOrigin.replace(/\/+$/, ""),
          dataDir: join(dataFolder, "sandbox"),
        });
  if (sandboxPort !== null) {
    Object.assign(app, memoramOfSandbox(sandbox));
    generated.push("MEMORAM_API_KEY", "MEMORAM_CLIENT_ID", "MEMORAM_CLIENT_SECRET");
  }

  const databasePort = isSet(env, "DATABASE_URL")
    ? null
    : readPort("DATABASE_PORT", env.DATABASE_PORT, 54_329);
  return { appPort, sandboxPort, databasePort, app, sandbox, generated };
}
