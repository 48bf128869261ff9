import { expect } from "vitest";
import { authorize } from "@/lib/services/connection/authorize";
import type { RunningSandbox } from "../../sandbox/start";
import { connectionApi, letLookAgain, sandboxPerson, tokensOf } from "./connection-api";
import { newPerson } from "./harness";

/** Somebody who has signed in with Memoram as one of the sandbox's people, and what they can do. */
export async function signedIn(sandbox: RunningSandbox, slug = "wanjiru") {
  const person = await newPerson();
  const memoram = await sandboxPerson(sandbox, slug);
  const api = connectionApi(person);
  const row = await authorize(person.userId, tokensOf(memoram));
  return {
    ...person,
    ...api,
    memoram,
    requestId: row?.accessRequestId ?? "",
    status: row?.status,
    /** Signs in again. */
    again: () => authorize(person.userId, tokensOf(memoram)),
    /** Looks at the connection as if Memoram had not just been asked. */
    lookAgain: async () => {
      await letLookAgain(person.userId);
      return api.look();
    },
  };
}

/** The same, approved. */
export async function approved(sandbox: RunningSandbox, slug = "wanjiru") {
  const person = await signedIn(sandbox, slug);
  await sandbox.control.decide(person.requestId, "approved");
  expect((await person.lookAgain()).json.status).toBe("approved");
  return person;
}
