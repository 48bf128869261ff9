import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { claimRequest } from "@/lib/db/connections";
import { authorize } from "@/lib/services/connection/authorize";
import {
  connectionApi,
  createdRequests,
  letLookAgain,
  sandboxPerson,
  storedConnection,
  tokensOf,
} from "@/scripts/test/connection-api";
import { emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const post = { method: "POST", path: "/access-requests" };
const reference = /\(ref ([A-HJ-NP-Z2-9]{10})\)$/;

async function visitor() {
  const person = await newPerson();
  const api = connectionApi(person);
  return {
    ...person,
    ...api,
    signIn: async (slug: string) =>
      authorize(person.userId, tokensOf(await sandboxPerson(sandbox, slug))),
    lookAgain: async () => {
      await letLookAgain(person.userId);
      return api.look();
    },
  };
}

/** The owner of wanjiru's memories, in Keepsake through Memoram. */
async function owner(decision?: "approved" | "rejected" | "revoked") {
  const person = await visitor();
  const memoram = await sandboxPerson(sandbox, "wanjiru");
  const requestId = (await person.signIn("wanjiru"))?.accessRequestId ?? "";
  if (decision) await sandbox.control.decide(requestId, decision);
  await person.lookAgain();
  return { ...person, memoram, requestId };
}

async function keyOf(slug: string): Promise<string> {
  return (await sandboxPerson(sandbox, slug)).memoryKey;
}

const withoutTime = async (userId: string) => {
  const { updatedAt, ...row } = await storedConnection(userId);
  return row;
};

const everyConnection = () =>
  db().connection.findMany({ omit: { updatedAt: true }, orderBy: { userId: "asc" } });

const refusal = {
  status: 422,
  json: {
    code: "validation-failed",
    errors: [{ path: "memoryKey", message: expect.stringContaining("Sign in with Memoram") }],
  },
};

describe("a key of one's own", () => {
  it("makes a new request, and works once that is approved", async () => {
    const me = await visitor();
    const answer = await me.paste(`  ${await keyOf("wanjiru")}\n`);
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(answer.json.reason).toMatch(reference);
    expect((await me.memories()).json.code).toBe("access-pending");
    await sandbox.control.decide(answer.json.requestId, "approved");
    expect((await me.lookAgain()).json).toMatchObject({ status: "approved", keyVersion: 1 });
    expect((await me.memories()).json.items).toHaveLength(5);
    expect((await me.write("Mine.")).status).toBe(201);
  });

  it("pasted again while pending makes no second request", async () => {
    const me = await visitor();
    const first = await me.paste(await keyOf("tomas"));
    const second = await me.paste(await keyOf("tomas"));
    expect(second.json).toEqual(first.json);
    expect(createdRequests(sandbox)).toBe(1);
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
    expect(createdRequests(sandbox)).toBe(1);
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
    await sandbox.control.decide(first.json.requestId, "rejected");
    expect((await me.lookAgain()).json.status).toBe("rejected");
    const reason = `${"é".repeat(238)}😀${"x".repeat(15)}`;
    expect(reason).toHaveLength(255);
    const again = await me.ask({ reason });
    expect(again.json.status).toBe("pending");
    expect(again.json.requestId).not.toBe(first.json.requestId);
    const [request] = await sandbox.control.requests();
    expect(request?.reason).toMatch(reference);
    expect(request?.reason.isWellFormed()).toBe(true);
    expect(request?.reason.length).toBeLessThanOrEqual(255);
    expect(request?.reason.startsWith("é".repeat(238))).toBe(true);
    await sandbox.control.decide(again.json.requestId, "approved");
    await me.lookAgain();
    expect((await me.memories()).json.items).toHaveLength(5);
  });

  it("is refused while connected: nothing is asked upstream", async () => {
    const me = await owner("approved");
    const before = await withoutTime(me.userId);
    sandbox.control.clearCalls();
    const answer = await me.paste(await keyOf("tomas"));
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
    expect(sandbox.control.calls()).toEqual([]);
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
    expect(sandbox.control.calls()).toEqual([]);
    expect(await db().connection.count()).toBe(0);
  });
});

/** What somebody may have had before they pasted a key that is refused. */
const earlier = {
  nothing: async () => {},
  "a request that is pending": async (me: Awaited<ReturnType<typeof visitor>>) => {
    await me.signIn("tomas");
  },
  "a request that was rejected": async (me: Awaited<ReturnType<typeof visitor>>) => {
    const row = await me.signIn("tomas");
    await sandbox.control.decide(row?.accessRequestId ?? "", "rejected");
    await me.lookAgain();
  },
  "a sign-in whose asking failed": async (me: Awaited<ReturnType<typeof visitor>>) => {
    sandbox.control.fail({ ...post, times: 1, fault: { status: 500 } });
    await me.signIn("tomas");
  },
  "a connection that was ended": async (me: Awaited<ReturnType<typeof visitor>>) => {
    await me.signIn("tomas");
    await me.disconnect();
  },
  "a pasted key whose asking failed": async (me: Awaited<ReturnType<typeof visitor>>) => {
    sandbox.control.fail({ ...post, times: 1, fault: { status: 500 } });
    await me.paste(await keyOf("tomas"));
  },
};

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
    sandbox.control.fail({ ...post, fault: { status } });
    const answer = await me.paste("mk_nobody");
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, "memoryKey"]);
    expect((await me.look()).json.status).toBe("none");
  });
});

describe("a stranger's key, approved for its owner, opens nothing", () => {
  it("where every POST makes a new request: the stranger waits, whatever the owner has", async () => {
    const her = await owner("approved");
    const hers = await withoutTime(her.userId);
    const stranger = await visitor();
    const answer = await stranger.paste(her.memoram.memoryKey);
    expect(answer.json).toMatchObject({ status: "pending", keyVersion: null });
    expect(answer.json.requestId).not.toBe(her.requestId);
    for (let look = 0; look < 2; look += 1) {
      expect((await stranger.lookAgain()).json.status).toBe("pending");
      expect((await stranger.memories()).json.code).toBe("access-pending");
      expect((await stranger.write("x")).json.code).toBe("access-pending");
    }
    await sandbox.control.decide(answer.json.requestId, "rejected");
    expect((await stranger.lookAgain()).json.status).toBe("rejected");
    expect((await stranger.memories()).json.code).toBe("access-rejected");
    expect(await withoutTime(her.userId)).toEqual(hers);
    expect((await her.memories()).json.items).toHaveLength(5);
  });

  type Crafted = { id: string; status: string; reason: string | null; memoryKey: string };
  type Owner = Awaited<ReturnType<typeof owner>>;
  const now = new Date().toISOString();

  /** Ways in which an upstream could answer the POST with something that is not new. */
  const answers: Record<
    string,
    { decision?: "approved" | "rejected" | "revoked"; forget?: true; body: (her: Owner) => Crafted }
  > = {
    "the owner's approved request": {
      decision: "approved",
      body: (her) => ({ ...base(her), status: "approved" }),
    },
    "the owner's approved request, called pending": {
      decision: "approved",
      body: (her) => ({ ...base(her), status: "pending" }),
    },
    "the owner's pending request, known to us": {
      body: (her) => ({ ...base(her), status: "pending" }),
    },
    "an approved request that we did not know": {
      decision: "approved",
      forget: true,
      body: (her) => ({ ...base(her), status: "approved" }),
    },
    "a pending request that we did not know": {
      forget: true,
      body: (her) => ({ ...base(her), status: "pending" }),
    },
    "a pending request that somebody made a moment ago": {
      body: (her) => ({ ...base(her), id: "cm8r8ny2i001mm24853tqfd62", status: "pending" }),
    },
    "a pending request without a reason": {
      body: (her) => ({
        ...base(her),
        id: "cm8r8ny2i001mm24853tqfd62",
        reason: null,
        status: "pending",
      }),
    },
    "a new request that is approved": {
      body: (her) => ({ ...base(her), id: "cm8r8ny2i001mm24853tqfd62", status: "approved" }),
    },
    "a rejected request": {
      decision: "rejected",
      body: (her) => ({ ...base(her), status: "rejected" }),
    },
    "a revoked request": {
      decision: "revoked",
      body: (her) => ({ ...base(her), status: "revoked" }),
    },
  };

  function base(her: Owner) {
    return {
      id: her.requestId,
      reason: "Keepsake would like to show you your memories.",
      memoryKey: her.memoram.memoryKey,
      user_id: her.memoram.id,
      aiConnectorId: "c",
      createdAt: now,
      updatedAt: now,
    };
  }

  it.each(Object.entries(answers))(
    "where the POST answers %s",
    async (_, { decision, forget, body }) => {
      const her = await owner(decision);
      if (forget) await db().knownAccessRequest.deleteMany();
      const hers = await withoutTime(her.userId);
      const stranger = await visitor();
      sandbox.control.fail({ ...post, fault: { status: 201, body: body(her) } });

      expect(await stranger.paste(her.memoram.memoryKey)).toMatchObject(refusal);
      expect((await stranger.look()).json.status).toBe("none");
      expect((await stranger.memories()).json.code).toBe("not-connected");
      expect(await db().connection.count({ where: { userId: stranger.userId } })).toBe(0);
      expect(await withoutTime(her.userId)).toEqual(hers);

      sandbox.control.clearFaults();
      if (decision === "approved") expect((await her.memories()).json.items).toHaveLength(5);
      // The owner's own way back to their request is open still.
      await her.disconnect();
      const row = await her.signIn("wanjiru");
      if (decision === "approved") expect(row?.accessRequestId).toBe(her.requestId);
      expect(row?.status).toBe(decision === "approved" ? "approved" : "pending");
    },
  );

  it.each(Object.keys(earlier) as (keyof typeof earlier)[])(
    "and what the stranger had stays as it was: %s",
    async (before) => {
      const her = await owner("approved");
      const stranger = await visitor();
      await earlier[before](stranger);
      const [look, memories] = [(await stranger.look()).json, (await stranger.memories()).json];
      const stored = await everyConnection();
      const body = { ...base(her), status: "approved" };
      sandbox.control.fail({ ...post, fault: { status: 201, body } });
      expect(await stranger.paste(her.memoram.memoryKey)).toMatchObject(refusal);
      expect(await everyConnection()).toEqual(stored);
      expect((await stranger.look()).json).toEqual(look);
      expect((await stranger.memories()).json.code).toBe(memories.code);
    },
  );

  it("also when they ask again after a rejection", async () => {
    const her = await owner("approved");
    const stranger = await visitor();
    const { requestId } = (await stranger.paste(her.memoram.memoryKey)).json;
    await sandbox.control.decide(requestId, "rejected");
    await stranger.lookAgain();
    sandbox.control.fail({
      ...post,
      fault: { status: 201, body: { ...base(her), status: "approved" } },
    });
    expect(await stranger.ask()).toMatchObject(refusal);
    expect((await stranger.look()).json).toMatchObject({ status: "rejected", requestId });
    expect((await stranger.memories()).json.code).toBe("access-rejected");
  });

  it("also after a crash that left the key stored and nothing asked", async () => {
    const her = await owner("approved");
    const stranger = await visitor();
    sandbox.control.fail({ ...post, times: 1, fault: { status: 500 } });
    expect((await stranger.paste(her.memoram.memoryKey)).status).toBe(503);
    sandbox.control.fail({
      ...post,
      fault: { status: 201, body: { ...base(her), status: "approved" } },
    });
    expect(await stranger.ask()).toMatchObject(refusal);
    expect((await stranger.memories()).json.code).toBe("not-connected");
  });
});

describe("the owner, after a stranger has pasted their key", () => {
  it("does not get the stranger's request, and the stranger does not get theirs", async () => {
    const stranger = await visitor();
    const theirs = (await stranger.paste(await keyOf("wanjiru"))).json.requestId;
    const her = await owner("approved");
    expect(her.requestId).not.toBe(theirs);
    expect((await her.look()).json.status).toBe("approved");
    expect((await stranger.lookAgain()).json.status).toBe("pending");
    expect((await stranger.memories()).json.code).toBe("access-pending");
  });

  it("does not get it either when storing it failed, and the stranger finds it again", async () => {
    const stranger = await visitor();
    sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await stranger.paste(await keyOf("wanjiru"))).status).toBe(503);
    const [lost] = await sandbox.control.requests();
    const her = await owner("approved");
    expect(her.requestId).not.toBe(lost?.id);
    expect((await stranger.ask()).json).toMatchObject({ status: "pending", requestId: lost?.id });
    expect((await stranger.memories()).json.code).toBe("access-pending");
    expect((await her.look()).json.status).toBe("approved");
  });

  it("is told so when Memoram answers with the stranger's request, and is not joined to it", async () => {
    const stranger = await visitor();
    const { requestId } = (await stranger.paste(await keyOf("wanjiru"))).json;
    const [request] = await sandbox.control.requests();
    const body = {
      id: requestId,
      status: "pending",
      reason: request?.reason,
      memoryKey: await keyOf("wanjiru"),
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    };
    sandbox.control.fail({ ...post, fault: { status: 201, body } });
    const her = await visitor();
    expect((await her.signIn("wanjiru"))?.status).toBe("authorized");
    const answer = await her.ask();
    expect([answer.status, answer.json.code]).toEqual([502, "memoram-bad-response"]);
    expect((await storedConnection(her.userId)).accessRequestId).toBeNull();
    sandbox.control.clearFaults();
    expect((await her.ask()).json.status).toBe("pending");
  });
});

describe("two people", () => {
  it("who paste the same key at once each have a request of their own", async () => {
    const two = [await visitor(), await visitor()];
    const key = await keyOf("wanjiru");
    const answers = await Promise.all(two.map((each) => each.paste(key)));
    expect(answers.map(({ json }) => json.status)).toEqual(["pending", "pending"]);
    expect(answers[0]?.json.requestId).not.toBe(answers[1]?.json.requestId);
    await sandbox.control.decide(answers[0]?.json.requestId, "approved");
    for (const each of two) await each.lookAgain();
    expect((await two[0]?.memories())?.status).toBe(200);
    expect((await two[1]?.memories())?.json.code).toBe("access-pending");
  });

  it("who are given the same request: one has it", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, visitor));
    const claims = await Promise.all(
      people.map(({ userId }) => claimRequest(userId, "one-request")),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const winner = people[claims.indexOf(true)];
    expect(await claimRequest(winner?.userId ?? "", "one-request")).toBe(true);
  });
});

describe("the answer to the POST is lost", () => {
  it.each(["paste", "ask"] as const)("%s again finds the request by its reference", async (how) => {
    const me = await visitor();
    sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(503);
    expect((await me.look()).json.status).toBe("authorized");
    const again = how === "paste" ? await me.paste(await keyOf("wanjiru")) : await me.ask();
    expect(again.json.status).toBe("pending");
    expect((await sandbox.control.requests()).map(({ id }) => id)).toEqual([again.json.requestId]);
  });

  it("asking again in other words finds it too", async () => {
    const me = await visitor();
    sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    await me.paste(await keyOf("wanjiru"));
    const again = await me.ask({ reason: "In other words." });
    expect((await sandbox.control.requests()).map(({ id }) => id)).toEqual([again.json.requestId]);
  });

  it("while something was there: that stays, and pasting again finds the request", async () => {
    const me = await visitor();
    const first = (await me.signIn("tomas"))?.accessRequestId;
    sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(503);
    expect((await me.look()).json).toMatchObject({ status: "pending", requestId: first });
    const again = await me.paste(await keyOf("wanjiru"));
    expect(again.json.status).toBe("pending");
    const requests = await sandbox.control.requests();
    expect(requests).toHaveLength(2);
    expect(requests.map(({ id }) => id)).toContain(again.json.requestId);
    expect(again.json.requestId).not.toBe(first);
  });

  it("another key does not get the request of the first one", async () => {
    const me = await visitor();
    sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    await me.paste(await keyOf("wanjiru"));
    const { requestId } = (await me.paste(await keyOf("tomas"))).json;
    const request = (await sandbox.control.requests()).find(({ id }) => id === requestId);
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
    sandbox.control.fail({ path: "/access-requests", fault });
    expect((await me.paste(await keyOf("wanjiru"))).status).toBe(status);
    expect((await me.look()).json).toEqual(json);
    sandbox.control.clearFaults();
    expect((await me.paste(await keyOf("wanjiru"))).json.status).toBe("pending");
  });
});
