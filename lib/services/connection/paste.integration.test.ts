import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createdRequests, storedConnection } from "@/scripts/test/connection-api";
import { freshSandbox } from "@/scripts/test/fresh-sandbox";
import { pastingIn, withoutTime } from "@/scripts/test/pasting";

const sandbox = freshSandbox({}, { seedPeople: ["tomas", "wanjiru"] });

const post = { method: "POST", path: "/access-requests" };
const { visitor, owner, keyOf, earlier } = pastingIn(sandbox);
const reference = /\(ref ([A-HJ-NP-Z2-9]{10})\)$/;

const everyConnection = () =>
  db().connection.findMany({ omit: { updatedAt: true }, orderBy: { userId: "asc" } });

describe("a key of one's own", () => {
  it("makes a new request, and works once that is approved", async () => {
    const me = await visitor();
    const answer = await me.paste(`  ${await keyOf("wanjiru")}\n`);
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(answer.json.reason).toMatch(reference);
    expect((await me.memories()).json.code).toBe("access-pending");
    await sandbox().control.decide(answer.json.requestId, "approved");
    expect((await me.lookAgain()).json).toMatchObject({ status: "approved", keyVersion: 1 });
    expect((await me.memories()).json.items).toHaveLength(5);
    expect((await me.write("Mine.")).status).toBe(201);
  });

  it("pasted again while pending makes no second request", async () => {
    const me = await visitor();
    const first = await me.paste(await keyOf("tomas"));
    const second = await me.paste(await keyOf("tomas"));
    expect(second.json).toEqual(first.json);
    expect(createdRequests(sandbox())).toBe(1);
  });

  it("signs nobody in: there is no account, and no further session", async () => {
    const me = await visitor();
    await me.paste(await keyOf("tomas"));
    expect(await db().account.count()).toBe(0);
    expect(await db().session.count()).toBe(1);
    expect((await storedConnection(me.userId)).provenance).toBe("pasted");
  });

  it("is proven by a sign-in with the same key: the request stays", async () => {
    const me = await visitor();
    const { requestId } = (await me.paste(await keyOf("tomas"))).json;
    const row = await me.signIn("tomas");
    expect(row).toMatchObject({ status: "pending", provenance: "oauth" });
    expect(row?.accessRequestId).toBe(requestId);
    expect(createdRequests(sandbox())).toBe(1);
  });

  it("gives way to a sign-in with another key", async () => {
    const me = await visitor();
    const { requestId } = (await me.paste(await keyOf("wanjiru"))).json;
    const row = await me.signIn("tomas");
    expect(row).toMatchObject({ status: "pending", provenance: "oauth", requestReference: null });
    expect(row?.accessRequestId).not.toBe(requestId);
  });

  it("is asked for again after a rejection, in a new request", async () => {
    const me = await visitor();
    const first = await me.paste(await keyOf("wanjiru"));
    await sandbox().control.decide(first.json.requestId, "rejected");
    expect((await me.lookAgain()).json.status).toBe("rejected");
    const reason = `${"é".repeat(238)}😀${"x".repeat(15)}`;
    expect(reason).toHaveLength(255);
    const again = await me.ask({ reason });
    expect(again.json.status).toBe("pending");
    expect(again.json.requestId).not.toBe(first.json.requestId);
    const [request] = await sandbox().control.requests();
    expect(request?.reason).toMatch(reference);
    expect(request?.reason.isWellFormed()).toBe(true);
    expect(request?.reason.length).toBeLessThanOrEqual(255);
    expect(request?.reason.startsWith("é".repeat(238))).toBe(true);
    await sandbox().control.decide(again.json.requestId, "approved");
    await me.lookAgain();
    expect((await me.memories()).json.items).toHaveLength(5);
  });

  it("is refused while connected: nothing is asked upstream", async () => {
    const me = await owner("approved");
    const before = await withoutTime(me.userId);
    sandbox().control.clearCalls();
    const answer = await me.paste(await keyOf("tomas"));
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
    expect(sandbox().control.calls()).toEqual([]);
    expect(await withoutTime(me.userId)).toEqual(before);
  });

  it.each([
    ["empty", ""],
    ["only spaces", "  \n"],
    ["too long", "k".repeat(1_025)],
    ["a number", 5],
    ["null", null],
    ["with a null character", "a\u0000b"],
  ])("is refused: %s", async (_, key) => {
    const me = await visitor();
    const answer = await me.paste(key);
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
    expect(sandbox().control.calls()).toEqual([]);
    expect(await db().connection.count()).toBe(0);
  });
});

describe("a key that Memoram does not know", () => {
  it.each(Object.keys(earlier) as (keyof typeof earlier)[])(
    "is refused; %s stays as it was",
    async (before) => {
      const me = await visitor();
      await earlier[before](me);
      const [look, memories] = [(await me.look()).json, (await me.memories()).json.code];
      const stored = await everyConnection();
      const answer = await me.paste("mk_nobody");
      expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
      expect(await everyConnection()).toEqual(stored);
      expect([(await me.look()).json, (await me.memories()).json.code]).toEqual([look, memories]);
    },
  );

  it.each([400, 403, 409, 422])("is refused when Memoram answers %i", async (status) => {
    const me = await visitor();
    sandbox().control.fail({ ...post, fault: { status } });
    const answer = await me.paste("mk_nobody");
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
    expect((await me.look()).json.status).toBe("none");
  });
});

describe("the answer to the POST is lost", () => {
  it.each(["paste", "ask"] as const)("%s again finds the request by its reference", async (how) => {
    const me = await visitor();
    sandbox().control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(503);
    expect((await me.look()).json.status).toBe("authorized");
    const again = how === "paste" ? await me.paste(await keyOf("wanjiru")) : await me.ask();
    expect(again.json.status).toBe("pending");
    expect((await sandbox().control.requests()).map(({ id }) => id)).toEqual([
      again.json.requestId,
    ]);
  });

  it("asking again in other words finds it too", async () => {
    const me = await visitor();
    sandbox().control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    await me.paste(await keyOf("wanjiru"));
    const again = await me.ask({ reason: "In other words." });
    expect((await sandbox().control.requests()).map(({ id }) => id)).toEqual([
      again.json.requestId,
    ]);
  });

  it("while something was there: that stays, and pasting again finds the request", async () => {
    const me = await visitor();
    const first = (await me.signIn("tomas"))?.accessRequestId;
    sandbox().control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(503);
    expect((await me.look()).json).toMatchObject({ status: "pending", requestId: first });
    const again = await me.paste(await keyOf("wanjiru"));
    expect(again.json.status).toBe("pending");
    const requests = await sandbox().control.requests();
    expect(requests).toHaveLength(2);
    expect(requests.map(({ id }) => id)).toContain(again.json.requestId);
    expect(again.json.requestId).not.toBe(first);
  });

  it("another key does not get the request of the first one", async () => {
    const me = await visitor();
    sandbox().control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    await me.paste(await keyOf("wanjiru"));
    const { requestId } = (await me.paste(await keyOf("tomas"))).json;
    const request = (await sandbox().control.requests()).find(({ id }) => id === requestId);
    expect(request?.memory_key).toBe(await keyOf("tomas"));
  });
});

describe("Memoram cannot be asked", () => {
  it.each([
    ["cut", { reset: true }, 503],
    ["500", { status: 500 }, 503],
    ["429", { status: 429, headers: { "retry-after": "9" } }, 429],
    ["401", { status: 401 }, 502],
    ["HTML", { html: true }, 502],
  ] as const)("%s: what was there stays", async (_, fault, status) => {
    const me = await visitor();
    await me.signIn("tomas");
    const { json } = await me.look();
    sandbox().control.fail({ path: "/access-requests", fault });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(status);
    expect((await me.look()).json).toEqual(json);
    sandbox().control.clearFaults();
    expect((await me.paste(await keyOf("wanjiru"))).json.status).toBe("pending");
  });
});
