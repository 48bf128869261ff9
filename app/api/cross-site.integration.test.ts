import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { type ApiOperation, apiRoutes, operationsOf } from "@/scripts/test/api-routes";
import { contents, writesTo } from "@/scripts/test/bad-input/send-bad";
import { call, newPerson, origin, startHarness } from "@/scripts/test/harness";
import { answering } from "@/scripts/test/next-headers";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness();
});
afterAll(() => sandbox.close());

const mutations = operationsOf(apiRoutes()).filter(
  ({ method, route }) => method !== "GET" && route.caller === "person",
);
const sites = ["same-origin", "same-site", "cross-site", "none", null];
const origins = [origin, "https://evil.example", "null", null];
const combinations = sites.flatMap((site) => origins.map((from) => ({ site, from })));

/** The design's own words: `same-origin`, or, where that header is missing, our `Origin`. */
const isOurs = ({ site, from }: { site: string | null; from: string | null }) =>
  site === "same-origin" || (site === null && from === origin);

const given = (headers: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/** Asks with everything right but what `headers` say, as somebody new. */
async function ask(
  { method, route, body }: ApiOperation,
  headers: Record<string, string | null>,
  { bare = false, cookie = "" } = {},
) {
  const handler = (await route.load())[method];
  if (!handler) throw new Error(`${route.address} has no handler for ${method}.`);
  const params = Object.fromEntries(route.params.map((name) => [name, "nobody-has-this"]));
  return call(handler, route.path(params), {
    method,
    cookie: cookie || (await newPerson()).cookie,
    params,
    sameSite: false,
    body: body && !bare ? JSON.stringify(body) : undefined,
    headers: given({
      ...(body && !bare ? { "content-type": "application/json" } : {}),
      ...headers,
    }),
  });
}

describe.each(mutations)("$name", (mutation) => {
  it("is let in from our own pages only, and does nothing from elsewhere", async () => {
    sandbox.control.clearCalls();
    const { cookie } = await newPerson();
    const before = await contents();
    for (const combination of combinations.filter((each) => !isOurs(each))) {
      const headers = { "sec-fetch-site": combination.site, origin: combination.from };
      const answer = await ask(mutation, headers, { cookie });
      const told = { ...combination, status: answer.status, code: answer.json?.code };
      expect(told).toEqual({ ...combination, status: 403, code: "cross-site" });
      expect(problemSchema.strict().safeParse(answer.json).success).toBe(true);
    }
    expect(await contents()).toEqual(before);
    expect(writesTo(sandbox)).toEqual([]);
    const good = await ask(mutation, { "sec-fetch-site": "same-origin", origin });
    for (const combination of combinations.filter(isOurs)) {
      const headers = { "sec-fetch-site": combination.site, origin: combination.from };
      const answer = await ask(mutation, headers);
      const told = { ...combination, status: answer.status, code: answer.json?.code };
      expect(told).toEqual({ ...combination, status: good.status, code: good.json?.code });
    }
  });

  it("is out of a form's reach, whatever an old browser says about where it comes from", async () => {
    const types = [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=b",
      "text/plain",
    ];
    for (const type of types) {
      for (const from of ["https://evil.example", "null", null]) {
        const form = { origin: from, "content-type": type };
        expect((await ask(mutation, form)).json?.code).toBe("cross-site");
        expect((await ask(mutation, { ...form, "sec-fetch-site": "cross-site" })).json?.code).toBe(
          "cross-site",
        );
      }
    }
  });

  it.runIf(mutation.body)("takes application/json and nothing else", async () => {
    const ours = { "sec-fetch-site": "same-origin" };
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=b",
      "text/plain",
      "text/json",
      "",
    ]) {
      const answer = await ask(mutation, { ...ours, "content-type": type });
      expect([type, answer.json?.code]).toEqual([type, "unsupported-media-type"]);
    }
    if (!mutation.bodyMayBeMissing) {
      expect((await ask(mutation, ours, { bare: true })).json?.code).toBe("unsupported-media-type");
    }
  });
});

describe("next-auth's own mutations, which a form of ours sends", () => {
  const post = async (
    nextauth: string[],
    cookie: string,
    body: string,
    headers: Record<string, string>,
  ) => {
    const handlers = await apiRoutes()
      .find(({ caller }) => caller === "next-auth")
      ?.load();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const request = new NextRequest(`${origin}/api/auth/${nextauth.join("/")}`, {
      method: "POST",
      headers: { ...type, cookie, ...headers },
      body,
    });
    const params = Promise.resolve({ nextauth });
    const response = await answering(request, async () => handlers?.POST?.(request, { params }));
    if (!response) throw new Error("The sign-in answers no POST.");
    return response;
  };
  const elsewhere: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    { origin: "null" },
    {},
  ];

  it("nobody is signed out from elsewhere: that takes a token of our own page", async () => {
    const person = await newPerson();
    for (const headers of elsewhere) {
      for (const body of ["", "csrfToken=x", "csrfToken="]) {
        const guess = `${person.cookie}; next-auth.csrf-token=x%7Cy`;
        for (const cookie of [person.cookie, guess]) {
          await post(["signout"], cookie, body, headers);
          const [operation] = mutations.filter(({ name }) => name === "PATCH /api/preferences");
          const handler = (await operation?.route.load())?.GET;
          if (!handler) throw new Error("There are no preferences.");
          const { status } = await call(handler, "/api/preferences", { cookie: person.cookie });
          expect(status).toBe(200);
        }
      }
    }
  });

  it("nobody is sent to Memoram from elsewhere", async () => {
    for (const headers of elsewhere) {
      const response = await post(["signin", "memoram"], "", "csrfToken=x", headers);
      expect(new URL(response.headers.get("location") ?? "", origin).origin).toBe(origin);
      expect(response.headers.getSetCookie().join()).not.toMatch(/state=[^;]|code_verifier=[^;]/);
    }
  });
});

it("has tried every mutation with every combination", () => {
  expect(combinations).toHaveLength(20);
  expect(mutations.length).toBeGreaterThanOrEqual(12);
  console.log(`${mutations.length} mutations with ${combinations.length} combinations of headers.`);
});
