import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { type Answer, Browser, consent } from "@/scripts/test/browserless-sign-in";
import { origin, redirectUri, startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas"] });
});
afterAll(() => sandbox.close());

const { host } = new URL(origin);

/** Ways to begin an address that somebody may take for one of ours. */
const beginnings = [
  ...[
    "//",
    "///",
    "/\\",
    "\\\\",
    "/\t/",
    "/\n/",
    "\t//",
    " //",
    "/.//",
    "/x/..//",
    "/%2f/",
    "/%5c",
  ],
  ...["https://", "http://", "HTTPS://", "https:", "https:/", "https:\\\\", "ftp://", "//user@"],
  ...["javascript://", "data:text/html,", "blob:https://"],
  ...[`${origin}@`, `${origin}.`, `${origin}:80@`, `${origin}//`, `${origin}/\\`, `//${host}@`],
];

/** Hosts, and what may make one look like another. */
const hosts = [
  "evil.example",
  "evil.example/memories",
  `evil.example#@${host}/`,
  `evil.example?${host}`,
  `${host}.evil.example`,
  "evil\u3002example",
  "127.0.0.1:9/",
];

const payloads = beginnings.flatMap((beginning) => hosts.map((name) => beginning + name));

const forged: Record<string, string>[] = [
  { host: "evil.example" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { forwarded: "host=evil.example;proto=https", referer: "https://evil.example/" },
  { host: "evil.example", origin: "https://evil.example", "x-forwarded-port": "444" },
  { "x-original-url": "//evil.example/", "x-rewrite-url": "https://evil.example/" },
];

/** Where a browser on our page would be after this answer; every other way to read it is as safe. */
function expectOurs({ status, headers, location }: Answer, payload: string): void {
  const said = headers.get("location") ?? "";
  expect([payload, status, new URL(location ?? "").origin]).toEqual([payload, 302, origin]);
  expect(said).not.toMatch(/[\\\t\r\n]/);
  const { pathname, searchParams } = new URL(said, origin);
  // What /connect leads on to is an address as well.
  const next = searchParams.get("next");
  for (const path of [pathname, ...(next === null ? [] : [next])]) {
    expect(path, payload).toMatch(/^\/(?![/\\])/);
    expect(new URL(path, origin).origin, payload).toBe(origin);
  }
}

it("has two hundred addresses to try", () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(200);
});

describe.each(forged.map((headers, set) => ({ headers, set })))(
  "with forged headers: $headers",
  ({ headers, set }) => {
    const some = payloads.filter((_, at) => at % forged.length === set);

    it("no address given to a sign-in leads away from us", async () => {
      for (const payload of some) {
        const browser = new Browser(authRoute, origin);
        const csrfToken = await browser.csrfToken();
        const begun = await browser.postForm(
          "/api/auth/signin/memoram",
          { csrfToken, callbackUrl: payload },
          headers,
        );
        const authorize = new URL(begun.location ?? "");
        expect(authorize.href.startsWith(`${sandbox.authorizeUrl}?`)).toBe(true);
        expect(authorize.searchParams.get("redirect_uri")).toBe(redirectUri);
        const back = await consent(sandbox, authorize, "tomas");
        expectOurs(await browser.send(back, { headers }), payload);
        const fields = { csrfToken: await browser.csrfToken(), callbackUrl: payload };
        expectOurs(await browser.postForm("/api/auth/signout", fields, headers), payload);
      }
    });

    it("nor one that was slipped into the cookie, or a failed sign-in", async () => {
      for (const payload of some) {
        const browser = new Browser(authRoute, origin);
        const authorize = await browser.begin();
        const value = encodeURIComponent(payload);
        browser.cookies.set("next-auth.callback-url", { value, attributes: {} });
        const denied = await consent(sandbox, authorize, "tomas", "deny");
        expectOurs(await browser.send(denied, { headers }), payload);
      }
    });
  },
);
