import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { sessionListSchema } from "@/lib/contract/account";
import { db } from "@/lib/db/client";
import { Browser } from "@/scripts/test/browserless-sign-in";
import { call, emptyDatabase, newPerson, origin, startHarness } from "@/scripts/test/harness";
import { codeOf } from "@/scripts/test/memories";
import type { RunningSandbox } from "../../../sandbox/start";
import * as activity from "../activity/route";
import * as connection from "../connection/route";
import * as one from "./sessions/[id]/route";
import * as many from "./sessions/route";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(emptyDatabase);
afterAll(() => sandbox.close());

const agents = {
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
  phone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
};

/** Somebody's browser, signed in by way of the consent page. */
async function signIn(agent: string, slug = "tomas"): Promise<{ cookie: string }> {
  const browser = new Browser(authRoute, origin);
  const send = browser.send.bind(browser);
  browser.send = (path, options = {}) =>
    send(path, { ...options, headers: { ...options.headers, "user-agent": agent } });
  await browser.signIn(sandbox, slug);
  return { cookie: browser.cookie };
}

async function list({ cookie }: { cookie: string }) {
  const answer = await call(many.GET, "/api/account/sessions", { cookie });
  expect(answer.status).toBe(200);
  return sessionListSchema.strict().parse(answer.json).items;
}

const works = async ({ cookie }: { cookie: string }) =>
  (await call(connection.GET, "/api/connection", { cookie })).status === 200;

const end = ({ cookie }: { cookie: string }, id: string) =>
  call(one.DELETE, `/api/account/sessions/${id}`, { cookie, method: "DELETE", params: { id } });

it("lists where a person is signed in, marks the one that asks, and tells no token", async () => {
  const desk = await signIn(agents.firefox);
  const phone = await signIn(agents.phone);
  await signIn(agents.firefox, "noor");
  const items = await list(desk);
  expect(items.map(({ browser, system, current }) => [browser, system, current])).toEqual([
    ["Safari", "iOS", false],
    ["Firefox", "Linux", true],
  ]);
  expect((await list(phone)).map(({ current }) => current)).toEqual([true, false]);
  const { text } = await call(many.GET, "/api/account/sessions", desk);
  for (const { sessionToken } of await db().session.findMany()) {
    expect(text).not.toContain(sessionToken);
  }
  // Nothing of what a browser says but these names is kept.
  expect(JSON.stringify(await db().session.findMany())).not.toContain("Mozilla");
});

it("ends one at once, and says so in the activity", async () => {
  const [desk, phone] = [await signIn(agents.firefox), await signIn(agents.phone)];
  const other = (await list(desk)).find(({ current }) => !current);
  expect(await works(phone)).toBe(true);
  expect((await end(desk, other?.id ?? "")).status).toBe(204);
  expect([await works(phone), await works(desk)]).toEqual([false, true]);
  expect(codeOf(await end(desk, other?.id ?? ""))).toEqual([404, "not-found"]);
  const { json } = await call(activity.GET, "/api/activity?limit=1", desk);
  expect(json.items[0]).toMatchObject({ kind: "session-ended", count: 1 });
});

it("ends all others, and not those of anybody else", async () => {
  const desk = await signIn(agents.firefox);
  const others = [await signIn(agents.phone), await signIn(agents.phone)];
  const stranger = await newPerson();
  const answer = await call(many.DELETE, "/api/account/sessions", { ...desk, method: "DELETE" });
  expect([answer.status, answer.json]).toEqual([200, { ended: 2 }]);
  for (const other of others) expect(await works(other)).toBe(false);
  expect([await works(desk), await works(stranger)]).toEqual([true, true]);
  expect(await list(desk)).toHaveLength(1);
});

it("does not end a stranger's, which answers like one that is not there", async () => {
  const [person, stranger] = [await newPerson(), await newPerson()];
  const [theirs] = await list(stranger);
  expect(codeOf(await end(person, theirs?.id ?? ""))).toEqual([404, "not-found"]);
  expect(await works(stranger)).toBe(true);
  expect(codeOf(await end(person, "a%20b"))).toEqual([422, "validation-failed"]);
});

it("leaves out one that has expired, and does not let it list anything", async () => {
  const person = await newPerson();
  await db().session.create({
    data: { userId: person.userId, sessionToken: "old", expires: new Date(Date.now() - 1) },
  });
  expect(await list(person)).toHaveLength(1);
});

it("notes when a session was last seen, and not for every call", async () => {
  const person = await newPerson();
  await works(person);
  expect((await list(person))[0]?.lastSeenAt).toBeNull();
  const longAgo = new Date(Date.now() - 11 * 60_000);
  await db().session.updateMany({ data: { createdAt: longAgo } });
  await works(person);
  const [{ lastSeenAt } = { lastSeenAt: null }] = await list(person);
  expect(Date.now() - Date.parse(lastSeenAt ?? "")).toBeLessThan(60_000);
  await works(person);
  expect((await list(person))[0]?.lastSeenAt).toBe(lastSeenAt);
});
