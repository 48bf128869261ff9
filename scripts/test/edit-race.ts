import { expect } from "vitest";
import { createMemory } from "@/lib/services/memories/create";
import { getMemory } from "@/lib/services/memories/read";
import { listMemoryVersions } from "@/lib/services/memories/versions";
import { listTrash } from "@/lib/services/trash/list";
import type { RunningSandbox } from "../../sandbox/start";
import type { connectedPerson } from "./harness";

export type RaceAnswer = { status: number; code: unknown; text: string };
/** Sends a write; `at` numbers it, so that it can be given to one process or another. */
export type Send = (
  at: number,
  id: string,
  options: { method: "PATCH" | "DELETE"; body?: unknown; headers: Record<string, string> },
) => Promise<RaceAnswer>;

type Options = {
  sandbox: RunningSandbox;
  person: Awaited<ReturnType<typeof connectedPerson>>;
  send: Send;
};

const WRITERS = 100;
const conflict = [412, "edit-conflict"];

async function newMemory(userId: string) {
  const { memory, version } = await createMemory(userId, { content: "before", title: "t" }, null);
  return { id: memory.id, headers: { "if-match": `"${version}"` } };
}

function written(sandbox: RunningSandbox): string[] {
  return sandbox.control
    .calls()
    .filter(({ method, path }) => method !== "GET" && path.includes("/memory-blobs/"))
    .map(({ method }) => method);
}

const outcome = ({ status, code }: RaceAnswer) => [status, code];

/**
 * A hundred edits of one version at once: one is done, and every other one is told that it was not.
 * Memoram is written to once, the memory holds the winner's text, and its history what was before.
 * @returns how often Memoram was asked for the memory meanwhile
 */
export async function raceOfEdits({ sandbox, person, send }: Options): Promise<number> {
  const { userId } = person;
  const { id, headers } = await newMemory(userId);
  sandbox.control.clearCalls();
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, (_, at) =>
      send(at, id, { method: "PATCH", body: { content: `writer ${at}` }, headers }),
    ),
  );
  const reads = sandbox.control.calls().filter(({ path }) => path.endsWith(`/${id}`)).length - 1;
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(winner).toBeGreaterThanOrEqual(0);
  const losers = answers.filter((_, at) => at !== winner);
  expect(losers.map(outcome)).toEqual(losers.map(() => conflict));
  expect(written(sandbox)).toEqual(["PATCH"]);
  expect((await getMemory(userId, id)).memory.content).toBe(`writer ${winner}`);
  const versions = await listMemoryVersions(userId, id);
  expect(versions.map(({ memory }) => memory.content)).toEqual(["before"]);
  return reads;
}

/**
 * Edits and deletions of one version at once, in turns: one of all is done. When it is an edit, every
 * other one conflicts and the memory is there; when it is a deletion, there is nothing left to write
 * to, and the trash holds the text that was there.
 * @returns which it was
 */
export async function raceOfEditsAndDeletions(
  { sandbox, person, send }: Options,
  first: "PATCH" | "DELETE",
): Promise<"PATCH" | "DELETE"> {
  const { userId } = person;
  const { id, headers } = await newMemory(userId);
  const second = first === "PATCH" ? "DELETE" : "PATCH";
  sandbox.control.clearCalls();
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, at) => {
      const method = at % 2 === 0 ? first : second;
      const body = method === "PATCH" ? { content: `writer ${at}` } : undefined;
      return { method, ...(await send(at, id, { method, body, headers })) };
    }),
  );
  const winner = answers.findIndex(({ status }) => status < 300);
  const { method } = answers[winner] ?? { method: first };
  const losers = answers.filter((_, at) => at !== winner);
  const { items } = await listTrash(userId, { limit: 100 });
  const copy = items.find(({ memory }) => memory.id === id);
  if (method === "PATCH") {
    expect(losers.map(outcome)).toEqual(losers.map(() => conflict));
    expect(written(sandbox)).toEqual(["PATCH"]);
    expect((await getMemory(userId, id)).memory.content).toBe(`writer ${winner}`);
    expect(copy).toBeUndefined();
  } else {
    expect(losers.map(outcome)).toEqual(losers.map(() => [404, "not-found"]));
    expect(written(sandbox)).toEqual(["DELETE"]);
    expect(await sandbox.control.getBlob(id)).toBeNull();
    expect(copy?.memory.content).toBe("before");
  }
  return method;
}
