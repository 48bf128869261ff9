/** Settings that are complete and lead nowhere, for unit tests of what reads them. */
export function testSettings(further: Record<string, string> = {}): Record<string, string> {
  return {
    DATABASE_URL: "postgresql://nobody@database.invalid/keepsake",
    NEXTAUTH_URL: "https://keepsake.example",
    NEXTAUTH_SECRET: "a-secret-of-at-least-32-characters",
    VAULT_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    MEMORAM_API_KEY: "mem_key",
    MEMORAM_CLIENT_ID: "client",
    MEMORAM_CLIENT_SECRET: "client-secret",
    MEMORAM_AUTHORIZE_URL: "https://memoram.invalid/authorize",
    MEMORAM_API_URL: "https://memoram.invalid/api/v1",
    LOG_LEVEL: "silent",
    ...further,
  };
}
