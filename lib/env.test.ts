import { describe, expect, it } from "vitest";
import { parseVaultKeys } from "@/lib/crypto/vault";
import { parseSettings, SettingsError } from "./env";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

const good = {
  DATABASE_URL: "postgresql://user:db-password@localhost/keepsake",
  NEXTAUTH_URL: "https://keepsake.example",
  NEXTAUTH_SECRET: "a-secret-of-at-least-32-characters",
  VAULT_KEYS: `k1:${key(1)}`,
  MEMORAM_API_KEY: "mem_key",
  MEMORAM_CLIENT_ID: "client",
  MEMORAM_CLIENT_SECRET: "client-secret",
  MEMORAM_AUTHORIZE_URL: "https://memoram.example/authorize",
};
type Name = keyof typeof good;
const names = Object.keys(good) as Name[];

function refusal(source: Record<string, string | undefined>): SettingsError {
  try {
    parseSettings(source);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error("The settings were accepted.");
}

it("takes what is required and fills in the rest", () => {
  expect(parseSettings(good)).toEqual({
    ...good,
    NEXTAUTH_PAST_SECRETS: [],
    MEMORAM_API_URL: "https://api.memoram.app/api/v1",
    MEMORAM_TOKEN_URL: "https://api.memoram.app/api/v1/oauth/token",
    MEMORAM_DASHBOARD_URL: "https://memoram.app",
    MEMORAM_TOKEN_AUTH_METHOD: "client_secret_post",
    MEMORAM_CONTENT_FORMAT: "gcm-hex",
    MEMORAM_ACCESS_REASON: expect.stringMatching(/^.{10,255}$/),
    LOG_LEVEL: "info",
  });
});

it("names every missing setting at once", () => {
  const error = refusal({});
  expect([...error.names].sort()).toEqual([...names].sort());
  for (const name of names)
    expect(error.message).toMatch(new RegExp(`^ {2}${name} is missing`, "m"));
});

it.each(["", " ", "\n", "\t "])("takes %j for missing", (empty) => {
  for (const name of names) expect(refusal({ ...good, [name]: empty }).names).toEqual([name]);
  const { MEMORAM_SCOPE, LOG_LEVEL, GITHUB_ID } = parseSettings({
    ...good,
    MEMORAM_SCOPE: empty,
    LOG_LEVEL: empty,
    GITHUB_ID: empty,
    GITHUB_SECRET: empty,
  });
  expect([MEMORAM_SCOPE, LOG_LEVEL, GITHUB_ID]).toEqual([undefined, "info", undefined]);
});

const bad: [name: string, values: string[]][] = [
  ["DATABASE_URL", ["mysql://s3cret@host/db", "s3cret", "https://s3cret"]],
  [
    "NEXTAUTH_URL",
    ["s3cret", "ftp://s3cret.example", "https://x.example/s3cret", "javascript:s3cret"],
  ],
  ["NEXTAUTH_SECRET", ["s3cret", "s3cret".padEnd(31, "x")]],
  ["NEXTAUTH_PAST_SECRETS", ["s3cret", `${good.NEXTAUTH_SECRET} s3cret`]],
  ["VAULT_KEYS", ["s3cret", "k1:s3cret", `:${key(1)}`, `k1:${key(1)},`, `k 1:${key(1)}`]],
  ["MEMORAM_AUTHORIZE_URL", ["s3cret", "/s3cret"]],
  ["MEMORAM_API_URL", ["s3cret", "https://x.example/v1?s3cret=1", "https://x.example/v1#s3cret"]],
  ["MEMORAM_TOKEN_URL", ["s3cret"]],
  ["MEMORAM_DASHBOARD_URL", ["s3cret", "data:s3cret"]],
  ["MEMORAM_TOKEN_AUTH_METHOD", ["s3cret", "none", "CLIENT_SECRET_POST"]],
  ["MEMORAM_CONTENT_FORMAT", ["s3cret", "plaintext", "gcm"]],
  ["MEMORAM_ACCESS_REASON", ["s3cret".padEnd(256, "x"), "😀".repeat(128)]],
  [
    "CRON_SECRET",
    ["s3cret", "s3cret".padEnd(15, "x"), `s3cret ${"x".repeat(20)}`, "s3crét".repeat(4)],
  ],
  ["LOG_LEVEL", ["s3cret", "verbose", "INFO"]],
];

it.each(bad)("names a bad %s and shows nothing of it", (name, values) => {
  for (const value of values) {
    const error = refusal({ ...good, [name]: value });
    expect(error.names).toEqual([name]);
    expect(error.message).not.toContain("s3cret");
    expect(error.message).not.toContain(key(1));
  }
});

it("names all bad settings of all kinds in one go, each once", () => {
  const error = refusal({
    ...Object.fromEntries(bad.map(([name, values]) => [name, values[0]])),
    GITHUB_ID: "id",
    GOOGLE_SECRET: "s3cret",
  });
  expect([...error.names].sort()).toEqual(
    [
      ...bad.map(([name]) => name),
      "MEMORAM_API_KEY",
      "MEMORAM_CLIENT_ID",
      "MEMORAM_CLIENT_SECRET",
      "GITHUB_SECRET",
      "GOOGLE_ID",
    ].sort(),
  );
  expect(error.message).not.toContain("s3cret");
});

describe.each(["GITHUB", "GOOGLE"])("%s", (provider) => {
  it("has both halves or none", () => {
    const [id, secret] = [`${provider}_ID`, `${provider}_SECRET`];
    expect(parseSettings({ ...good, [id]: "id", [secret]: "secret" })).toMatchObject({
      [id]: "id",
    });
    expect(refusal({ ...good, [id]: "id" }).names).toEqual([secret]);
    expect(refusal({ ...good, [secret]: "s3cret" }).names).toEqual([id]);
    expect(refusal({ ...good, [id]: "id", [secret]: "" }).names).toEqual([secret]);
  });
});

it("accepts the vault keys that the vault accepts, and no others", () => {
  const texts = [
    `k1:${key(1)}`,
    ` k1:${key(1)} , k2:${key(2)} `,
    `${"k".repeat(64)}:${key(1)}`,
    `${"k".repeat(65)}:${key(1)}`,
    `k1:${key(1)},k1:${key(2)}`,
    `k1:${key(1)},k2:${key(1)}`,
    `k1:${key(1).slice(0, -1)}`,
    // Its last digit has bits beyond the 32 bytes: read leniently it would be another spelling.
    `k1:${key(1).slice(0, -2)}F=`,
    `k1:${Buffer.alloc(31).toString("base64")}`,
    `k1:${Buffer.alloc(33).toString("base64")}`,
    `k1:${Buffer.alloc(32, 255).toString("base64url")}=`,
    `k1${key(1)}`,
    ",",
  ];
  for (const VAULT_KEYS of texts) {
    const vaultAccepts = () => {
      try {
        return parseVaultKeys(VAULT_KEYS).length > 0;
      } catch {
        return false;
      }
    };
    const settingsAccept = () => {
      try {
        return parseSettings({ ...good, VAULT_KEYS }).VAULT_KEYS !== "";
      } catch {
        return false;
      }
    };
    expect([VAULT_KEYS, settingsAccept()]).toEqual([VAULT_KEYS, vaultAccepts()]);
  }
});

it("takes earlier secrets apart at any white space", () => {
  const [one, two] = ["x".repeat(32), "y".repeat(40)];
  const { NEXTAUTH_PAST_SECRETS } = parseSettings({
    ...good,
    NEXTAUTH_PAST_SECRETS: ` ${one}  ${two}\n`,
  });
  expect(NEXTAUTH_PAST_SECRETS).toEqual([one, two]);
});

it("takes an origin however it is written, and an API address with or without a last slash", () => {
  const { NEXTAUTH_URL, MEMORAM_API_URL, MEMORAM_TOKEN_URL } = parseSettings({
    ...good,
    NEXTAUTH_URL: "HTTPS://Keepsake.Example:443/",
    MEMORAM_API_URL: "https://memoram.example/v2//",
  });
  expect(NEXTAUTH_URL).toBe("https://keepsake.example");
  expect(MEMORAM_API_URL).toBe("https://memoram.example/v2");
  expect(MEMORAM_TOKEN_URL).toBe("https://memoram.example/v2/oauth/token");
});
