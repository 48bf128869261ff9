import { randomUUID } from "node:crypto";
import * as exportRoute from "@/app/api/account/export/route";
import * as sessionsRoute from "@/app/api/account/sessions/route";
import * as activityRoute from "@/app/api/activity/route";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import * as readyRoute from "@/app/api/health/ready/route";
import * as streamRoute from "@/app/api/memories/stream/route";
import * as preferencesRoute from "@/app/api/preferences/route";
import * as tagsRoute from "@/app/api/tags/route";
import { db } from "@/lib/db/client";
import type { RunningSandbox } from "../../../sandbox/start";
import { Browser, consent } from "../browserless-sign-in";
import { connectionApi } from "../connection-api";
import { call, type connectedPerson, newPerson, origin } from "../harness";
import { memoriesOf } from "../memories";
import { workspaceOf } from "../workspace";

type Person = Awaited<ReturnType<typeof connectedPerson>>;
export type Answer = Pick<Awaited<ReturnType<typeof call>>, "status" | "headers" | "text"> & {
  location?: string | null;
};

export type Scenario = {
  /** The operation, as scripts/test/api-routes.ts names it, or `sign-in` for the OAuth callback. */
  name: string;
  /** Readies one request; what it gives back sends it. Memoram works meanwhile. */
  prepare(): Promise<() => Promise<Answer>>;
};

/** The only one that tells a person their id at Memoram. */
export const EXPORT = "GET /api/account/export";

/** The people of the scenarios, each connected to Memoram: nobody's work is in another's way. */
export type Cast = { main: Person; trash: Person; rejected: Person };

/** Readies the connections: one was refused, the others were last looked at long ago, or just now. */
export async function setScene({ main, trash, rejected }: Cast, seen: "long ago" | "just now") {
  const at = seen === "just now" ? new Date() : new Date(0);
  const fresh = { checkedAt: at, credentialsReadAt: at };
  const userId = { in: [main.userId, trash.userId] };
  await db().connection.updateMany({ where: { userId }, data: fresh });
  await db().connection.update({
    where: { userId: rejected.userId },
    data: { status: "rejected" },
  });
}

/**
 * One request for every operation that asks Memoram. The first list fails when Memoram does; the
 * second goes on with what was last known.
 */
export function scenariosOf(sandbox: RunningSandbox, { main, trash, rejected }: Cast) {
  const mine = memoriesOf(main);
  const kept = workspaceOf(main);
  const other = workspaceOf(trash);

  const aMemory = async (person = main) => {
    const content = await sandbox.control.seal(person.memoram.id, "x");
    return (await sandbox.control.putBlob(person.memoram.id, { content })).id;
  };
  const trashed = async (person: Person) => {
    const id = await aMemory(person);
    const { status, text } = await memoriesOf(person).remove(id);
    if (status !== 204) throw new Error(`Nothing was deleted: ${text}`);
    return id;
  };
  const anOperation = async () => {
    const { status, json } = await other.begin({ from: ["a"], to: "b" });
    if (status !== 201) throw new Error(`No operation was begun: ${json.code}`);
    return String(json.id);
  };
  const aVersion = async () => {
    const id = await aMemory();
    await mine.patch(id, { title: "first" });
    await mine.patch(id, { title: "second" });
    const { json } = await kept.versions(id);
    return { id, versionId: String(json.items[0].id) };
  };
  const plain = (name: string, ask: () => Promise<Answer>): Scenario => ({
    name,
    prepare: async () => ask,
  });
  const about = (name: string, ask: (id: string) => Promise<Answer>): Scenario => ({
    name,
    prepare: async () => {
      const id = await aMemory();
      return () => ask(id);
    },
  });

  const signIn = (slug: string): Scenario => ({
    name: "sign-in",
    prepare: async () => {
      const browser = new Browser(authRoute, origin);
      const back = await consent(sandbox, await browser.begin(), slug);
      return () => browser.send(back);
    },
  });

  const failing: Scenario[] = [
    plain("POST /api/connection/access-request", () => connectionApi(rejected).ask({})),
    {
      name: "PUT /api/connection/memory-key",
      prepare: async () => {
        const nobody = connectionApi(await newPerson());
        return () => nobody.paste(main.memoram.memoryKey);
      },
    },
    plain("GET /api/memories", () => mine.list()),
    plain("POST /api/memories", () =>
      mine.create({ content: "x" }, { "idempotency-key": randomUUID() }),
    ),
    about("GET /api/memories/{id}", mine.read),
    about("PATCH /api/memories/{id}", (id) => mine.patch(id, { title: "y" })),
    about("DELETE /api/memories/{id}", (id) => mine.remove(id)),
    about("GET /api/memories/{id}/versions", kept.versions),
    {
      name: "POST /api/memories/{id}/versions/{versionId}/restore",
      prepare: async () => {
        const { id, versionId } = await aVersion();
        return () => kept.restoreVersion(id, versionId);
      },
    },
    plain("GET /api/memories/stream", () =>
      call(streamRoute.GET, "/api/memories/stream", { cookie: main.cookie }),
    ),
    plain("GET /api/tags", () => call(tagsRoute.GET, "/api/tags", { cookie: main.cookie })),
    {
      name: "POST /api/trash/{id}/restore",
      prepare: async () => {
        const id = await trashed(main);
        return () => kept.restore(id);
      },
    },
    signIn("noor"),
  ];

  const goingOn: Scenario[] = [
    {
      name: EXPORT,
      prepare: async () => {
        // Few are allowed to one person.
        await db().rateLimit.deleteMany();
        return () => call(exportRoute.GET, "/api/account/export", { cookie: trash.cookie });
      },
    },
    plain("GET /api/connection", () => connectionApi(main).look()),
    plain("GET /api/health/ready", () => call(readyRoute.GET, "/api/health/ready")),
    plain("GET /api/trash", () => other.trash()),
    plain("GET /api/trash-ids", () => other.trashIds()),
    plain("DELETE /api/trash", () => other.empty()),
    {
      name: "DELETE /api/trash/{id}",
      prepare: async () => {
        const id = await trashed(main);
        return () => kept.erase(id);
      },
    },
    plain("GET /api/tag-operations", () => other.operations()),
    plain("POST /api/tag-operations", () => kept.begin({ from: ["a"], to: "b" })),
    {
      name: "DELETE /api/tag-operations/{id}",
      prepare: async () => {
        const id = await anOperation();
        return () => other.end(id);
      },
    },
  ];
  /** What needs nothing of Memoram. */
  const read = (name: string, get: Parameters<typeof call>[0]) =>
    plain(`GET ${name}`, () => call(get, name, { cookie: main.cookie }));
  const staying = [
    read("/api/activity", activityRoute.GET),
    read("/api/preferences", preferencesRoute.GET),
    read("/api/account/sessions", sessionsRoute.GET),
  ];
  /** What has begun well: a stream of more than one page, a sign-in whose code was taken. */
  const onTheWay = {
    stream: plain("GET /api/memories/stream", () =>
      call(streamRoute.GET, "/api/memories/stream", { cookie: trash.cookie }),
    ),
    signIn: signIn("noor"),
  };
  return { failing, goingOn, staying, onTheWay };
}
