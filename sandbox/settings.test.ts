import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings, SettingsError } from "./settings";

describe("readSettings", () => {
  it("needs no variable", () => {
    expect(readSettings({})).toEqual(defaultSettings);
    expect(readSettings({ SANDBOX_PORT: "", SANDBOX_API_KEY: " " })).toEqual(defaultSettings);
    expect(defaultSettings.apiKey).toMatch(/^mem_[0-9a-f]{48}$/);
  });

  it("reads every variable", () => {
    expect(
      readSettings({
        SANDBOX_PORT: "4999",
        SANDBOX_ORIGIN: "https://sandbox.example/",
        SANDBOX_DATABASE_URL: "postgres://someone@localhost/somewhere",
        SANDBOX_DATA_DIR: "memory://",
        SANDBOX_API_KEY: "mem_1",
        SANDBOX_CLIENT_ID: "client",
        SANDBOX_CLIENT_SECRET: "secret",
        SANDBOX_REDIRECT_URIS: "http://localhost:3000/a, https://app.example/b",
        SANDBOX_TOKEN_TTL_SECONDS: "5",
      }),
    ).toEqual({
      ...defaultSettings,
      port: 4999,
      origin: "https://sandbox.example",
      databaseUrl: "postgres://someone@localhost/somewhere",
      dataDir: "memory://",
      apiKey: "mem_1",
      clientId: "client",
      clientSecret: "secret",
      redirectUris: ["http://localhost:3000/a", "https://app.example/b"],
      tokenTtlSeconds: 5,
    });
  });

  it.each([
    ["SANDBOX_PORT", "65536"],
    ["SANDBOX_PORT", "abc"],
    ["SANDBOX_ORIGIN", "http://localhost:4010/path"],
    ["SANDBOX_ORIGIN", "localhost:4010"],
    ["SANDBOX_DATABASE_URL", "mysql://localhost/x"],
    ["SANDBOX_API_KEY", "two words"],
    ["SANDBOX_REDIRECT_URIS", "http://localhost/a,,http://localhost/b"],
    ["SANDBOX_REDIRECT_URIS", "http://localhost/a#fragment"],
    ["SANDBOX_TOKEN_TTL_SECONDS", "0"],
  ])("refuses %s=%s and names it", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it("names all that is wrong at once", () => {
    expect(() => readSettings({ SANDBOX_PORT: "x", SANDBOX_TOKEN_TTL_SECONDS: "x" })).toThrow(
      /SANDBOX_PORT.*SANDBOX_TOKEN_TTL_SECONDS/,
    );
  });
});
