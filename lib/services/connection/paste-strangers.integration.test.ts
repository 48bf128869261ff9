import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { claimRequest } from "@/lib/db/connections";
import { storedConnection } from "@/scripts/test/connection-api";
import { freshSandbox } from "@/scripts/test/fresh-sandbox";
import { keyRefusal, pastingIn, withoutTime } from "@/scripts/test/pasting";

const sandbox = freshSandbox({}, { seedPeople: ["tomas", "wanjiru"] });

const post = { method: "POST", path: "/access-requests" };
const { visitor, owner, keyOf, earlier } = pastingIn(sandbox);

const everyConnection = () =>
  db().connection.findMany({ omit: { updatedAt: true }, orderBy: { userId: "asc" } });

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
    await sandbox().control.decide(answer.json.requestId, "rejected");
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
      sandbox().control.fail({ ...post, fault: { status: 201, body: body(her) } });

      expect(await stranger.paste(her.memoram.memoryKey)).toMatchObject(keyRefusal);
      expect((await stranger.look()).json.status).toBe("none");
      expect((await stranger.memories()).json.code).toBe("not-connected");
      expect(await db().connection.count({ where: { userId: stranger.userId } })).toBe(0);
      expect(await withoutTime(her.userId)).toEqual(hers);

      sandbox().control.clearFaults();
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
      sandbox().control.fail({ ...post, fault: { status: 201, body } });
      expect(await stranger.paste(her.memoram.memoryKey)).toMatchObject(keyRefusal);
      expect(await everyConnection()).toEqual(stored);
      expect((await stranger.look()).json).toEqual(look);
      expect((await stranger.memories()).json.code).toBe(memories.code);
    },
  );

  it("also when they ask again after a rejection", async () => {
    const her = await owner("approved");
    const stranger = await visitor();
    const { requestId } = (await stranger.paste(her.memoram.memoryKey)).json;
    await sandbox().control.decide(requestId, "rejected");
    await stranger.lookAgain();
    sandbox().control.fail({
      ...post,
      fault: { status: 201, body: { ...base(her), status: "approved" } },
    });
    expect(await stranger.ask()).toMatchObject(keyRefusal);
    expect((await stranger.look()).json).toMatchObject({ status: "rejected", requestId });
    expect((await stranger.memories()).json.code).toBe("access-rejected");
  });

  it("also after a crash that left the key stored and nothing asked", async () => {
    const her = await owner("approved");
    const stranger = await visitor();
    sandbox().control.fail({ ...post, times: 1, fault: { status: 500 } });
    expect((await stranger.paste(her.memoram.memoryKey)).status).toBe(503);
    sandbox().control.fail({
      ...post,
      fault: { status: 201, body: { ...base(her), status: "approved" } },
    });
    expect(await stranger.ask()).toMatchObject(keyRefusal);
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
    sandbox().control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
    expect((await stranger.paste(await keyOf("wanjiru"))).status).toBe(503);
    const [lost] = await sandbox().control.requests();
    const her = await owner("approved");
    expect(her.requestId).not.toBe(lost?.id);
    expect((await stranger.ask()).json).toMatchObject({ status: "pending", requestId: lost?.id });
    expect((await stranger.memories()).json.code).toBe("access-pending");
    expect((await her.look()).json.status).toBe("approved");
  });

  it("is told so when Memoram answers with the stranger's request, and is not joined to it", async () => {
    const stranger = await visitor();
    const { requestId } = (await stranger.paste(await keyOf("wanjiru"))).json;
    const [request] = await sandbox().control.requests();
    const body = {
      id: requestId,
      status: "pending",
      reason: request?.reason,
      memoryKey: await keyOf("wanjiru"),
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    };
    sandbox().control.fail({ ...post, fault: { status: 201, body } });
    const her = await visitor();
    expect((await her.signIn("wanjiru"))?.status).toBe("authorized");
    const answer = await her.ask();
    expect([answer.status, answer.json.code]).toEqual([502, "memoram-bad-response"]);
    expect((await storedConnection(her.userId)).accessRequestId).toBeNull();
    sandbox().control.clearFaults();
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
    await sandbox().control.decide(answers[0]?.json.requestId, "approved");
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
