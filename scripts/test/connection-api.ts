import * as askRoute from "@/app/api/connection/access-request/route";
import * as pasteRoute from "@/app/api/connection/memory-key/route";
import * as connectionRoute from "@/app/api/connection/route";
import * as memoriesRoute from "@/app/api/memories/route";
import { db } from "@/lib/db/client";
import type { RunningSandbox } from "../../sandbox/start";
import { call } from "./harness";

/** The calls a person's browser makes about their connection, by the cookie of their session. */
export function connectionApi({ cookie }: { cookie: string }) {
  return {
    look: () => call(connectionRoute.GET, "/api/connection", { cookie }),
    ask: (body?: unknown) =>
      call(askRoute.POST, "/api/connection/access-request", { method: "POST", cookie, body }),
    paste: (memoryKey: unknown) =>
      call(pasteRoute.PUT, "/api/connection/memory-key", {
        method: "PUT",
        cookie,
        body: { memoryKey },
      }),
    disconnect: () => call(connectionRoute.DELETE, "/api/connection", { method: "DELETE", cookie }),
    memories: () => call(memoriesRoute.GET, "/api/memories", { cookie }),
    write: (content: string) =>
      call(memoriesRoute.POST, "/api/memories", { method: "POST", cookie, body: { content } }),
  };
}
export type ConnectionApi = ReturnType<typeof connectionApi>;

/** What the database keeps of a person's connection. */
export const storedConnection = (userId: string) =>
  db().connection.findUniqueOrThrow({ where: { userId } });

/** As if two seconds had passed since Memoram was last asked. */
export async function letLookAgain(userId: string): Promise<void> {
  await db().connection.update({ where: { userId }, data: { checkedAt: null } });
}

/** A sandbox person by their short name. */
export async function sandboxPerson(sandbox: RunningSandbox, slug: string) {
  const person = (await sandbox.control.people()).find((each) => each.slug === slug);
  if (!person) throw new Error(`There is no ${slug} in the sandbox.`);
  return person;
}

/** What a sign-in as this person gives, as `lib/memoram` answers it. */
export function tokensOf(person: { id: string; memoryKey: string }) {
  return {
    memoryKey: person.memoryKey,
    accessToken: "the-access-token",
    refreshToken: "the-refresh-token",
    expiresAt: Date.now() + 3_600_000,
    userId: person.id,
  };
}

/** How often the sandbox was asked for something since its calls were last cleared. */
export function countCalls(sandbox: RunningSandbox, method: string, path: RegExp): number {
  return sandbox.control.calls().filter((call) => call.method === method && path.test(call.path))
    .length;
}

export const createdRequests = (sandbox: RunningSandbox) =>
  sandbox.control
    .calls()
    .filter(({ method, path }) => method === "POST" && path === "/api/v1/access-requests").length;
