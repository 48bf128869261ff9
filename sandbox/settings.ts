import { z } from "zod";

/** Everything the sandbox can be told. Each value has a default, so that it starts with none. */
export interface SandboxSettings {
  /** Port to listen on; 0 lets the system choose one. */
  port: number;
  /** Public origin without a trailing slash; null means `http://localhost:<port>`. */
  origin: string | null;
  /** Postgres to keep the store in; null means PGlite in `dataDir`. */
  databaseUrl: string | null;
  /** PGlite's folder; `memory://` keeps everything in memory. */
  dataDir: string;
  apiKey: string;
  clientId: string;
  clientSecret: string;
  /** Compared with `redirect_uri` character by character. */
  redirectUris: string[];
  /** Life of a developer token in seconds, and the most that `expires_in` can ask for. */
  tokenTtlSeconds: number;
  /** Life of an authorization code in seconds. */
  codeTtlSeconds: number;
  /** How the application is called on the consent page and the dashboard. */
  applicationName: string;
  /** Whether the token answer names the person; Memoram's documentation does not promise it. */
  tokenAnswerNamesUser: boolean;
  /** Slugs of the demo people that a new store begins with; null means all of them. */
  seedPeople: readonly string[] | null;
}

/** A setting that cannot be used. The message is one sentence for the person at the terminal. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

export const defaultSettings: SandboxSettings = {
  port: 4010,
  origin: null,
  databaseUrl: null,
  dataDir: ".data/sandbox",
  apiKey: "mem_5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c",
  clientId: "sandbox-client",
  clientSecret: "sandbox-client-secret",
  redirectUris: ["http://localhost:3000/api/auth/callback/memoram"],
  tokenTtlSeconds: 900,
  codeTtlSeconds: 60,
  applicationName: "Keepsake",
  tokenAnswerNamesUser: true,
  seedPeople: null,
};

const visible = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters without spaces");
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" });

const variables = {
  SANDBOX_PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a port number from 0 to 65535"),
  SANDBOX_ORIGIN: httpUrl.refine((value) => {
    const url = new URL(value);
    return url.pathname === "/" && url.search === "" && url.hash === "";
  }, "must be an origin without a path"),
  SANDBOX_DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be an address that begins with postgres:// or postgresql://",
  }),
  SANDBOX_DATA_DIR: z.string(),
  SANDBOX_API_KEY: visible,
  SANDBOX_CLIENT_ID: visible,
  SANDBOX_CLIENT_SECRET: visible,
  SANDBOX_REDIRECT_URIS: z
    .string()
    .transform((list) => list.split(",").map((item) => item.trim()))
    .pipe(z.array(httpUrl.refine((value) => !value.includes("#"), "must have no fragment")).min(1)),
  SANDBOX_TOKEN_TTL_SECONDS: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "must be a whole number of seconds above 0")
    .transform(Number),
} as const;

/**
 * Reads the sandbox's settings; a variable that is missing or empty keeps its default.
 * @throws SettingsError naming every variable that cannot be used
 */
export function readSettings(env: Record<string, string | undefined>): SandboxSettings {
  const refused: string[] = [];
  function read<T>(name: keyof typeof variables, schema: z.ZodType<T>, fallback: T): T {
    const value = env[name]?.trim();
    if (!value) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    refused.push(`${name} ${parsed.error.issues[0]?.message ?? "cannot be used"}`);
    return fallback;
  }

  const origin = read<string | null>("SANDBOX_ORIGIN", variables.SANDBOX_ORIGIN, null);
  const settings: SandboxSettings = {
    ...defaultSettings,
    port: read("SANDBOX_PORT", variables.SANDBOX_PORT, defaultSettings.port),
    origin: origin === null ? null : new URL(origin).origin,
    databaseUrl: read<string | null>("SANDBOX_DATABASE_URL", variables.SANDBOX_DATABASE_URL, null),
    dataDir: read("SANDBOX_DATA_DIR", variables.SANDBOX_DATA_DIR, defaultSettings.dataDir),
    apiKey: read("SANDBOX_API_KEY", variables.SANDBOX_API_KEY, defaultSettings.apiKey),
    clientId: read("SANDBOX_CLIENT_ID", variables.SANDBOX_CLIENT_ID, defaultSettings.clientId),
    clientSecret: read(
      "SANDBOX_CLIENT_SECRET",
      variables.SANDBOX_CLIENT_SECRET,
      defaultSettings.clientSecret,
    ),
    redirectUris: read(
      "SANDBOX_REDIRECT_URIS",
      variables.SANDBOX_REDIRECT_URIS,
      defaultSettings.redirectUris,
    ),
    tokenTtlSeconds: read(
      "SANDBOX_TOKEN_TTL_SECONDS",
      variables.SANDBOX_TOKEN_TTL_SECONDS,
      defaultSettings.tokenTtlSeconds,
    ),
  };
  if (refused.length > 0) throw new SettingsError(`${refused.join("; ")}.`);
  return settings;
}
