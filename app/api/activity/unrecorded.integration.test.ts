import { describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { activityPageSchema } from "@/lib/contract/activity";
import { db } from "@/lib/db/client";
import { Browser, consent } from "@/scripts/test/browserless-sign-in";
import { connectionApi, letLookAgain } from "@/scripts/test/connection-api";
import { freshSandbox } from "@/scripts/test/fresh-sandbox";
import { call, connectedPerson, newPerson, origin } from "@/scripts/test/harness";
import { memoriesOf } from "@/scripts/test/memories";
import { signedIn } from "@/scripts/test/signed-in";
import { trashIn, workspaceOf } from "@/scripts/test/workspace";
import * as sessions from "../account/sessions/route";
import * as activity from "./route";

const sandbox = freshSandbox();

/** Runs `work` while a table is away: nothing can be written to it. */
async function without(table: "Activity" | "ActivityIntent", work: () => Promise<void>) {
  const rename = (from: string, to: string) =>
    db().$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`);
  await rename(table, "Hidden");
  await work().finally(() => rename("Hidden", table));
}

async function atWork(slug = "wanjiru") {
  const person = await connectedPerson(sandbox(), slug);
  return { ...person, ...memoriesOf(person), ...workspaceOf(person), ...connectionApi(person) };
}

async function kinds({ cookie }: { cookie: string }): Promise<string[]> {
  const { json } = await call(activity.GET, "/api/activity", { cookie });
  return activityPageSchema.parse(json).items.map(({ kind }) => kind);
}

describe("a change that cannot be recorded", () => {
  it("is not made when that shows before", async () => {
    const person = await atWork();
    const [memory] = (await person.list()).json.items;
    await without("ActivityIntent", async () => {
      expect((await person.patch(memory.id, { title: "x" })).status).toBe(500);
    });
    expect((await person.read(memory.id)).json.title).toBe(memory.title);
  });

  it("is answered as made when that shows after, and turns up later", async () => {
    const person = await atWork();
    const [memory] = (await person.list()).json.items;
    await without("Activity", async () => {
      expect((await person.patch(memory.id, { title: "x" })).status).toBe(200);
      expect((await person.remove(memory.id)).status).toBe(204);
    });
    expect(await db().activityIntent.count()).toBe(2);
    await db().activityIntent.updateMany({ data: { begunAt: new Date(0) } });
    expect((await kinds(person)).filter((kind) => kind === "edit")).toEqual(["edit"]);
  });
});

/** What an entry would tell of: who is signed in, connected, and what lies in the trash. */
async function state() {
  return {
    sessions: await db().session.count(),
    connections: await db().connection.findMany({
      select: { userId: true, status: true, accessRequestId: true, memoryKey: true },
      // A pasted key is no connection before Memoram has taken it.
      where: { accessRequestId: { not: null } },
      orderBy: { userId: "asc" },
    }),
    trash: await db().trashedMemory.findMany({
      select: { memoryId: true, confirmed: true },
      orderBy: { memoryId: "asc" },
    }),
  };
}

async function inTrash() {
  const person = await atWork();
  const [{ id }] = (await person.list()).json.items;
  expect((await person.remove(id)).status).toBe(204);
  return { ...person, id };
}

type Act = {
  /** Recorded once it is done. */
  kind: string;
  /** Readies it; what it gives back does it. */
  ready: () => Promise<{ cookie: string | (() => string); act: () => Promise<{ status: number }> }>;
};

/** Everything that is recorded in the transaction that does it. */
const acts: Record<string, Act> = {
  "signing in": {
    kind: "sign-in",
    async ready() {
      const browser = new Browser(authRoute, origin);
      const back = await consent(sandbox(), await browser.begin(), "tomas");
      const again = async () => {
        const other = new Browser(authRoute, origin);
        const answer = await other.send(await consent(sandbox(), await other.begin(), "tomas"));
        browser.cookies.clear();
        for (const [name, cookie] of other.cookies) browser.cookies.set(name, cookie);
        return answer;
      };
      let count = 0;
      const act = async () => {
        count += 1;
        const answer = count === 1 ? await browser.send(back) : await again();
        return { status: answer.location?.includes("/signin?error=") ? 500 : answer.status };
      };
      return { cookie: () => browser.cookie, act };
    },
  },
  "signing out": {
    kind: "sign-out",
    async ready() {
      const browser = new Browser(authRoute, origin);
      await browser.signIn(sandbox(), "tomas");
      const { userId } = await db().session.findFirstOrThrow();
      const held = [...browser.cookies];
      const act = async () => {
        for (const [name, cookie] of held) browser.cookies.set(name, cookie);
        return browser.signOut();
      };
      return { cookie: await anotherSession(userId), act };
    },
  },
  "ending the other sessions": {
    kind: "session-ended",
    async ready() {
      const { userId, cookie } = await newPerson();
      await anotherSession(userId);
      const end = () =>
        call(sessions.DELETE, "/api/account/sessions", { cookie, method: "DELETE" });
      return { cookie, act: end };
    },
  },
  "connecting by a pasted key": {
    kind: "connect",
    async ready() {
      const { cookie } = await newPerson();
      const { memoram } = await atWork();
      return { cookie, act: () => connectionApi({ cookie }).paste(memoram.memoryKey) };
    },
  },
  ...Object.fromEntries(
    (["approve", "reject"] as const).map((kind): [string, Act] => [
      `${kind}, heard of`,
      {
        kind,
        async ready() {
          const person = await signedIn(sandbox());
          await sandbox().control.decide(
            person.requestId,
            kind === "approve" ? "approved" : "rejected",
          );
          return { cookie: person.cookie, act: person.lookAgain };
        },
      },
    ]),
  ),
  "revoke, heard of": {
    kind: "revoke",
    async ready() {
      const person = await atWork();
      await sandbox().control.decide(person.requestId, "revoked");
      const act = async () => {
        await letLookAgain(person.userId);
        return person.look();
      };
      return { cookie: person.cookie, act };
    },
  },
  disconnecting: {
    kind: "disconnect",
    async ready() {
      const person = await atWork();
      return { cookie: person.cookie, act: person.disconnect };
    },
  },
  "a deletion that is learned of later": {
    kind: "delete",
    async ready() {
      const person = await atWork();
      const [{ id }] = (await person.list()).json.items;
      const lost = { method: "DELETE", path: /memory-blobs/, times: 1 };
      sandbox().control.fail({ ...lost, fault: { lostAnswer: true } });
      expect((await person.remove(id)).status).toBe(503);
      await db().activityIntent.deleteMany();
      return { cookie: person.cookie, act: person.trash };
    },
  },
  "erasing one": {
    kind: "erase",
    async ready() {
      const person = await inTrash();
      return { cookie: person.cookie, act: () => person.erase(person.id) };
    },
  },
  "emptying the trash": {
    kind: "erase",
    async ready() {
      const person = await inTrash();
      return { cookie: person.cookie, act: person.empty };
    },
  },
};

/** Another browser of the same person. @returns its cookie */
async function anotherSession(userId: string): Promise<string> {
  const { cookie, userId: nobody } = await newPerson();
  await db().session.updateMany({ where: { userId: nobody }, data: { userId } });
  await db().user.delete({ where: { id: nobody } });
  return cookie;
}

describe("what is recorded where it is done", () => {
  it.each(Object.entries(acts))("%s: not without its entry", async (_, { kind, ready }) => {
    const { cookie, act } = await ready();
    const before = await state();
    await without("Activity", async () => {
      expect((await act()).status).toBe(500);
    });
    expect(await state()).toEqual(before);
    expect((await act()).status).toBeLessThan(400);
    expect(await state()).not.toEqual(before);
    expect(await kinds({ cookie: typeof cookie === "string" ? cookie : cookie() })).toContain(kind);
  });

  it("bringing a memory back: its copy stays, and the next time finds what was made", async () => {
    const person = await inTrash();
    const count = async () => (await sandbox().control.blobs(person.memoram.id)).length;
    const before = await count();
    await without("Activity", async () => {
      expect((await person.restore(person.id)).status).toBeGreaterThan(200);
    });
    expect((await person.restore(person.id)).status).toBe(201);
    expect([await count(), trashIn(await person.trash()).items]).toEqual([before + 1, []]);
    expect(await kinds(person)).toContain("restore");
  });
});
