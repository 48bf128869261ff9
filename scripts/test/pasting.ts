import { expect } from "vitest";
import { authorize } from "@/lib/services/connection/authorize";
import type { RunningSandbox } from "../../sandbox/start";
import {
  connectionApi,
  letLookAgain,
  sandboxPerson,
  storedConnection,
  tokensOf,
} from "./connection-api";
import { newPerson } from "./harness";

/** What Keepsake answers to a key that it may not use. */
export const keyRefusal = {
  status: 422,
  json: {
    code: "validation-failed",
    errors: [{ path: "memoryKey", message: expect.stringContaining("Sign in with Memoram") }],
  },
};

/** The stored connection, apart from when it was written last. */
export async function withoutTime(userId: string) {
  const { updatedAt, ...row } = await storedConnection(userId);
  return row;
}

const asking = { method: "POST", path: "/access-requests" };

/** Those who paste keys, and those whose keys they are. */
export function pastingIn(sandbox: () => RunningSandbox) {
  async function visitor() {
    const person = await newPerson();
    const api = connectionApi(person);
    return {
      ...person,
      ...api,
      signIn: async (slug: string) =>
        authorize(person.userId, tokensOf(await sandboxPerson(sandbox(), slug))),
      lookAgain: async () => {
        await letLookAgain(person.userId);
        return api.look();
      },
    };
  }

  type Visitor = Awaited<ReturnType<typeof visitor>>;

  /** The owner of wanjiru's memories, in Keepsake through Memoram. */
  async function owner(decision?: "approved" | "rejected" | "revoked") {
    const person = await visitor();
    const memoram = await sandboxPerson(sandbox(), "wanjiru");
    const requestId = (await person.signIn("wanjiru"))?.accessRequestId ?? "";
    if (decision) await sandbox().control.decide(requestId, decision);
    await person.lookAgain();
    return { ...person, memoram, requestId };
  }

  const keyOf = async (slug: string) => (await sandboxPerson(sandbox(), slug)).memoryKey;

  /** What somebody may have had before they pasted a key that is refused. */
  const earlier = {
    nothing: async () => {},
    "a request that is pending": async (me: Visitor) => {
      await me.signIn("tomas");
    },
    "a request that was rejected": async (me: Visitor) => {
      const row = await me.signIn("tomas");
      await sandbox().control.decide(row?.accessRequestId ?? "", "rejected");
      await me.lookAgain();
    },
    "a sign-in whose asking failed": async (me: Visitor) => {
      sandbox().control.fail({ ...asking, times: 1, fault: { status: 500 } });
      await me.signIn("tomas");
    },
    "a connection that was ended": async (me: Visitor) => {
      await me.signIn("tomas");
      await me.disconnect();
    },
    "a pasted key whose asking failed": async (me: Visitor) => {
      sandbox().control.fail({ ...asking, times: 1, fault: { status: 500 } });
      await me.paste(await keyOf("tomas"));
    },
  };

  return { visitor, owner, keyOf, earlier };
}
