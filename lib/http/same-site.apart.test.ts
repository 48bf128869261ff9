import { beforeAll, describe, expect, it } from "vitest";
import { assertSameSite } from "./same-site";

const own = "https://keepsake.example";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/none",
    NEXTAUTH_URL: `${own}/`,
    NEXTAUTH_SECRET: "s".repeat(32),
    VAULT_KEYS: `k:${Buffer.alloc(32, 1).toString("base64")}`,
    MEMORAM_API_KEY: "key",
    MEMORAM_CLIENT_ID: "id",
    MEMORAM_CLIENT_SECRET: "secret",
    MEMORAM_AUTHORIZE_URL: "https://memoram.example/authorize",
  });
});

const origins = {
  ours: own,
  missing: null,
  null: "null",
  "another host": "https://evil.example",
  "another scheme": "http://keepsake.example",
  "another port": `${own}:8443`,
  "a longer host": `${own}.evil.example`,
  "a host below ours": "https://x.keepsake.example",
  "a path behind ours": `${own}/`,
  "two at once": `${own}, https://evil.example`,
  empty: "",
} as const;

const sites = [
  "same-origin",
  "same-site",
  "cross-site",
  "none",
  "null",
  "",
  "SAME-ORIGIN",
] as const;

function refused(site: string | null, origin: string | null): boolean {
  const headers = new Headers();
  if (site !== null) headers.set("sec-fetch-site", site);
  if (origin !== null) headers.set("origin", origin);
  try {
    assertSameSite(headers);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: "cross-site", status: 403 });
    return true;
  }
}

describe("without Sec-Fetch-Site the Origin decides", () => {
  it.each(Object.entries(origins))("Origin: %s", (name, origin) => {
    expect(refused(null, origin)).toBe(name !== "ours");
  });
});

describe("with Sec-Fetch-Site it alone decides, whatever the Origin", () => {
  const pairs = sites.flatMap((site) =>
    Object.entries(origins).map(([name, origin]) => ({ site, name, origin })),
  );
  it.each(pairs)("Sec-Fetch-Site: $site, Origin: $name", ({ site, origin }) => {
    expect(refused(site, origin)).toBe(site !== "same-origin");
  });
});

it("does not add two fetch-site headers up to a good one", () => {
  const headers = new Headers();
  headers.append("sec-fetch-site", "same-origin");
  headers.append("sec-fetch-site", "cross-site");
  expect(() => assertSameSite(headers)).toThrow();
});
