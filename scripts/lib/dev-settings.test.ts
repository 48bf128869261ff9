import { join } from "node:path";
import { expect, test } from "vitest";
import { devSettings, usesRealMemoram } from "./dev-settings";
import { makeSecrets } from "./kept-secrets";
import { Sentence } from "./sentence";

const secrets = makeSecrets();
const real = {
  MEMORAM_API_KEY: "mem_1",
  MEMORAM_CLIENT_ID: "id",
  MEMORAM_CLIENT_SECRET: "secret",
  MEMORAM_AUTHORIZE_URL: "https://memoram.example/authorize",
};

test("with nothing given, everything is made and fits together", () => {
  const settings = devSettings({}, secrets, "/data");
  expect(settings).toMatchObject({ appPort: 3000, sandboxPort: 4010, databasePort: 54_329 });
  expect(settings.app).toEqual({
    PORT: "3000",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    VAULT_KEYS: secrets.VAULT_KEYS,
    MEMORAM_API_URL: "http://localhost:4010/api/v1",
    MEMORAM_AUTHORIZE_URL: "http://localhost:4010/oauth/authorize",
    MEMORAM_DASHBOARD_URL: "http://localhost:4010/dashboard",
    MEMORAM_API_KEY: secrets.SANDBOX_API_KEY,
    MEMORAM_CLIENT_ID: secrets.SANDBOX_CLIENT_ID,
    MEMORAM_CLIENT_SECRET: secrets.SANDBOX_CLIENT_SECRET,
  });
  expect(settings.sandbox).toMatchObject({
    SANDBOX_PORT: "4010",
    SANDBOX_ORIGIN: "http://localhost:4010",
    SANDBOX_DATA_DIR: join("/data", "sandbox"),
    SANDBOX_REDIRECT_URIS: "http://localhost:3000/api/auth/callback/memoram",
  });
});

test("other ports reach every address that names them", () => {
  const { app, sandbox } = devSettings({ PORT: "3001", SANDBOX_PORT: "4011" }, secrets, "/data");
  expect(app.NEXTAUTH_URL).toBe("http://localhost:3001");
  expect(app.MEMORAM_API_URL).toBe("http://localhost:4011/api/v1");
  expect(sandbox.SANDBOX_REDIRECT_URIS).toBe("http://localhost:3001/api/auth/callback/memoram");
});

test("what is given is used, and an empty value is not given", () => {
  const settings = devSettings(
    {
      DATABASE_URL: "postgresql://db/x",
      NEXTAUTH_SECRET: "mine",
      VAULT_KEYS: " ",
      NEXTAUTH_URL: "",
    },
    secrets,
    "/data",
  );
  expect(settings.databasePort).toBeNull();
  expect(settings.app).not.toHaveProperty("NEXTAUTH_SECRET");
  expect(settings.app.VAULT_KEYS).toBe(secrets.VAULT_KEYS);
  expect(settings.app.NEXTAUTH_URL).toBe("http://localhost:3000");
  expect(settings.generated).not.toContain("NEXTAUTH_SECRET");
});

test("a real Memoram needs no sandbox, and its settings are left alone", () => {
  const settings = devSettings(real, secrets, "/data");
  expect(settings.sandboxPort).toBeNull();
  expect(settings.sandbox).toEqual({});
  expect(Object.keys(settings.app).filter((name) => name.startsWith("MEMORAM_"))).toEqual([]);
});

test.each(Object.keys(real))("Memoram without %s is refused by name", (name) => {
  const part = { ...real, [name]: "" };
  expect(() => usesRealMemoram(part)).toThrow(Sentence);
  expect(() => usesRealMemoram(part)).toThrow(`but not ${name}:`);
});

test("an address of Memoram alone does not end in the sandbox", () => {
  expect(() => usesRealMemoram({ MEMORAM_API_URL: "https://memoram.example/api" })).toThrow(
    "MEMORAM_API_URL is set, but not MEMORAM_API_KEY, MEMORAM_CLIENT_ID,",
  );
});
