import "server-only";
import { z } from "zod";
import { hasAtMost } from "@/lib/contract/text";

const required = (hint: string) => z.string(`is missing. ${hint}`).min(1, `is missing. ${hint}`);

const httpUrl = (hint: string) =>
  required(hint).refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && (url.protocol === "https:" || url.protocol === "http:");
  }, `must be an http(s) address. ${hint}`);

const apiAddress = (hint: string) =>
  httpUrl(hint)
    .refine((text) => !/[?#]/.test(text), "must be an address without ? and #.")
    .transform((text) => text.replace(/\/+$/, ""));

/** The vault's own rules (lib/crypto/vault.ts), so that a bad key ends the start and not a request. */
function isVaultKeys(text: string): boolean {
  const entries = text.split(",").map((entry) => {
    const [, kid, key] = /^([\w-]{1,64}):([A-Za-z0-9+/]{43}=)$/.exec(entry.trim()) ?? [];
    const isCanonical = key !== undefined && Buffer.from(key, "base64").toString("base64") === key;
    return isCanonical ? { kid, key } : null;
  });
  const distinct = (member: "kid" | "key") => new Set(entries.map((entry) => entry?.[member])).size;
  return (
    !entries.includes(null) &&
    distinct("kid") === entries.length &&
    distinct("key") === entries.length
  );
}

const vaultHint = `Make one: node -e "console.log('k1:'+crypto.randomBytes(32).toString('base64'))"`;

const settingsSchema = z
  .object({
    DATABASE_URL: required("The address of a Postgres database.").refine(
      (text) => /^postgres(ql)?:\/\//.test(text),
      "must start with postgresql:// or postgres://.",
    ),
    NEXTAUTH_URL: httpUrl("The origin people reach Keepsake at, as https://keepsake.example.")
      .refine(
        (text) => !URL.canParse(text) || new URL(text).pathname === "/",
        "must be an origin without a path.",
      )
      .transform((text) => (URL.canParse(text) ? new URL(text).origin : text)),
    NEXTAUTH_SECRET: required("Make one: openssl rand -base64 32").min(
      32,
      "must have at least 32 characters. Make one: openssl rand -base64 32",
    ),
    NEXTAUTH_PAST_SECRETS: z
      .string()
      .default("")
      .transform((text) => text.split(/\s+/).filter(Boolean))
      .refine(
        (secrets) => secrets.every((secret) => secret.length >= 32),
        "must be earlier values of NEXTAUTH_SECRET, separated by spaces: each has at least 32 characters.",
      ),
    VAULT_KEYS: required(vaultHint).refine(
      isVaultKeys,
      `must be kid:base64 of 32 bytes, several different ones separated by commas. ${vaultHint}`,
    ),
    MEMORAM_API_KEY: required("Take it in Memoram's developer portal."),
    MEMORAM_CLIENT_ID: required("Take it in Memoram's developer portal."),
    MEMORAM_CLIENT_SECRET: required("Take it in Memoram's developer portal."),
    MEMORAM_AUTHORIZE_URL: httpUrl("The address Memoram's developer portal gives for signing in."),
    MEMORAM_API_URL: apiAddress("").default("https://api.memoram.app/api/v1"),
    MEMORAM_TOKEN_URL: httpUrl("").optional(),
    MEMORAM_DASHBOARD_URL: httpUrl("").default("https://memoram.app"),
    MEMORAM_SCOPE: z.string().optional(),
    MEMORAM_TOKEN_AUTH_METHOD: z
      .enum(
        ["client_secret_post", "client_secret_basic"],
        "must be client_secret_post or client_secret_basic.",
      )
      .default("client_secret_post"),
    MEMORAM_CONTENT_FORMAT: z
      .enum(
        ["gcm-hex", "gcm-base64", "json", "cbc-hex"],
        "must be gcm-hex, gcm-base64, json or cbc-hex.",
      )
      .default("gcm-hex"),
    MEMORAM_ACCESS_REASON: z
      .string()
      .refine(hasAtMost(255), "may have at most 255 characters.")
      .default(
        "Keepsake would like to show you your memories, and change them when you ask it to.",
      ),
    GITHUB_ID: z.string().optional(),
    GITHUB_SECRET: z.string().optional(),
    GOOGLE_ID: z.string().optional(),
    GOOGLE_SECRET: z.string().optional(),
    CRON_SECRET: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/, "must have at least 16 visible ASCII characters.")
      .optional(),
    CLIENT_ADDRESS_HEADER: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{1,63}$/, "must be the name of a header.")
      .optional(),
    LOG_LEVEL: z
      .enum(
        ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
        "must be fatal, error, warn, info, debug, trace or silent.",
      )
      .default("info"),
  })
  .transform((settings) => ({
    ...settings,
    MEMORAM_TOKEN_URL: settings.MEMORAM_TOKEN_URL ?? `${settings.MEMORAM_API_URL}/oauth/token`,
  }));

export type Settings = z.infer<typeof settingsSchema>;

type Source = Record<string, string | undefined>;
type Issue = { name: string; message: string };

/** Further sign-ins have two settings each, and work with both or with none. */
function halfPairs(given: Source): Issue[] {
  return ["GITHUB", "GOOGLE"].flatMap((provider) => {
    const missing = [`${provider}_ID`, `${provider}_SECRET`].filter((name) => !given[name]);
    if (missing.length !== 1) return [];
    return missing.map((name) => ({ name, message: "is missing, while its other half is set." }));
  });
}

/** Thrown when settings are missing or wrong; the message names each one, and no value. */
export class SettingsError extends Error {
  readonly names: string[];

  constructor(issues: Issue[]) {
    super(
      `Keepsake cannot start; mend these settings:\n${issues
        .map(({ name, message }) => `  ${name} ${message}`.trimEnd())
        .join("\n")}\nEvery setting is described in .env.example.`,
    );
    this.name = "SettingsError";
    this.names = issues.map(({ name }) => name);
  }
}

/**
 * Reads settings out of `source`. An empty value counts as not set.
 * @throws SettingsError naming every bad setting, without any value.
 */
export function parseSettings(source: Source): Settings {
  const trimmed = Object.entries(source).map(([name, value]) => [name, value?.trim()] as const);
  const given = Object.fromEntries(trimmed.filter(([, value]) => value));
  const result = settingsSchema.safeParse(given);
  const issues = (result.error?.issues ?? []).map(({ path, message }) => ({
    name: String(path[0] ?? "settings"),
    message,
  }));
  const named = new Map<string, Issue>();
  for (const issue of [...issues, ...halfPairs(given)]) {
    if (!named.has(issue.name)) named.set(issue.name, issue);
  }
  if (!result.success || named.size > 0) throw new SettingsError([...named.values()]);
  return result.data;
}

let settings: Settings | undefined;

/**
 * The settings of this process: read once, at first use. Lazily, because `next build` loads every
 * route's module on machines that hold no secrets; instrumentation.ts reads them at start.
 * @throws SettingsError
 */
export function env(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}

/** Where a person decides about requests. */
export const memoramDashboard = () => env().MEMORAM_DASHBOARD_URL;

/** True when Memoram is a stand-in on this machine: people are told that nothing is real. */
export function usesSandbox(): boolean {
  const { hostname } = new URL(env().MEMORAM_API_URL);
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

/**
 * The headers, best first, in which a proxy says where a request comes from; null where none does.
 * On Vercel, which overwrites what a caller sends under these names, they are known.
 */
export function clientAddressHeader(): readonly string[] | null {
  const { CLIENT_ADDRESS_HEADER: configured } = env();
  if (configured !== undefined) return [configured];
  return process.env.VERCEL === "1" ? ["x-vercel-forwarded-for", "x-real-ip"] : null;
}

/** The secret that hashes are keyed with, and those with which earlier ones may have been. */
export function secrets(): readonly string[] {
  const { NEXTAUTH_SECRET, NEXTAUTH_PAST_SECRETS } = env();
  return [NEXTAUTH_SECRET, ...NEXTAUTH_PAST_SECRETS];
}

/** True under `next dev`, which needs `eval` for its own scripts. Reads no other setting. */
export const isDevelopment = () => process.env.NODE_ENV === "development";
