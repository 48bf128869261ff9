import { MutationObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { json, refusal } from "@/lib/client/testing/answers";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import { tabWith } from "@/lib/client/testing/tab";
import { createMutation, deleteMutation, updateMutation } from "./memories";
import { queryKeys } from "./query-keys";

standInTab();

const a = memoryOf({ id: "a", title: "Old" });
const base = { memory: a, etag: '"1"' };
const patch = { title: "New" };

/** Lets calls of a kind wait, until the returned function is called. */
function wait(server: { gate: Promise<void> }): () => void {
  let go: () => void = () => {};
  server.gate = new Promise((resolve) => {
    go = resolve;
  });
  return go;
}

describe("an edit", () => {
  it("shows in the collection at once, then as it was saved", async () => {
    const { client, collection, server } = await tabWith(a);
    const go = wait(server);
    const saving = new MutationObserver(client, updateMutation(client)).mutate({ base, patch });
    await settle();
    expect(collection.get("a")?.title).toBe("New");
    expect(collection.getSnapshot().memories[0]?.title).toBe("New");
    server.change("a", { tags: ["theirs"] });
    server.memories.set("a", { memory: { ...a, tags: ["theirs"] }, version: 1 });
    go();
    await saving;
    expect(collection.get("a")).toMatchObject({ title: "New", tags: ["theirs"] });
    expect(client.getQueryData(queryKeys.memories.detail("a"))).toMatchObject({ etag: '"2"' });
  });

  it("that is refused shows what was there before, or what came in between", async () => {
    const { client, collection, server } = await tabWith(a);
    server.change("a", { title: "Theirs" });
    const go = wait(server);
    const saving = new MutationObserver(client, updateMutation(client)).mutate({ base, patch });
    await settle();
    expect(collection.get("a")?.title).toBe("New");
    go();
    await expect(saving).rejects.toMatchObject({ code: "edit-conflict" });
    expect(collection.get("a")?.title).toBe("Old");
    collection.refresh();
    await settle();
    expect(collection.get("a")?.title).toBe("Theirs");
  });

  it("of a memory that is not here yet is taken when it is saved", async () => {
    const { client, collection, server } = await tabWith();
    server.put(a);
    await new MutationObserver(client, updateMutation(client)).mutate({ base, patch });
    expect(collection.get("a")?.title).toBe("New");
  });
});

it("a version that was asked for before a save does not come back after it", async () => {
  const { client, server } = await tabWith(a);
  const answers: (() => void)[] = [];
  server.fault = ({ method }) =>
    method === "GET"
      ? new Promise((resolve) => answers.push(() => resolve(json(a, { headers: { etag: '"1"' } }))))
      : undefined;
  const queryKey = queryKeys.memories.detail("a");
  const queryFn = async ({ signal }: { signal: AbortSignal }) => {
    const response = await fetch("/api/memories/a", { signal });
    return { memory: await response.json(), etag: response.headers.get("etag") };
  };
  const reading = client.fetchQuery({ queryKey, queryFn });
  const isGivenUp = expect(reading).rejects.toThrow();
  await settle();
  await new MutationObserver(client, updateMutation(client)).mutate({ base, patch });
  for (const answer of answers) answer();
  await isGivenUp;
  await settle();
  expect(client.getQueryData(queryKey)).toMatchObject({ memory: { title: "New" }, etag: '"2"' });
});

describe("a deletion", () => {
  it("is let go of at once, and for good", async () => {
    const { client, collection, server } = await tabWith(a, memoryOf({ id: "b" }));
    const go = wait(server);
    const deleting = new MutationObserver(client, deleteMutation(client)).mutate(base);
    await settle();
    expect(collection.getSnapshot().memories.map(({ id }) => id)).toEqual(["b"]);
    go();
    await deleting;
    expect(collection.get("a")).toBeUndefined();
  });

  it("that is refused comes back in its place", async () => {
    const { client, collection, server } = await tabWith(a, memoryOf({ id: "b" }));
    server.fault = () => refusal("memoram-unavailable");
    const deleting = new MutationObserver(client, deleteMutation(client)).mutate(base);
    await expect(deleting).rejects.toMatchObject({ code: "memoram-unavailable" });
    expect(collection.getSnapshot().memories.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("of what is gone already is one", async () => {
    const { client, collection, server } = await tabWith(a);
    server.memories.delete("a");
    const came = await new MutationObserver(client, deleteMutation(client)).mutate(base);
    expect(came).toBe("gone");
    expect(collection.get("a")).toBeUndefined();
  });

  it.each([
    ["kept", true],
    ["final", false],
  ] as const)("is %s as the answer says, not as a setting said before", async (what, isTrashOn) => {
    const { client, server } = await tabWith(a);
    server.isTrashOn = isTrashOn;
    const deleting = new MutationObserver(client, deleteMutation(client)).mutate(base);
    expect(await deleting).toBe(what);
  });

  it("is final where the answer does not say", async () => {
    const { client, server } = await tabWith(a);
    server.fault = () => new Response(null, { status: 204 });
    const deleting = new MutationObserver(client, deleteMutation(client)).mutate(base);
    expect(await deleting).toBe("final");
  });
});

it("a new memory is in the collection", async () => {
  const { client, collection, server } = await tabWith(a);
  server.fault = ({ method }) =>
    method === "POST" ? json(memoryOf({ id: "new" }), { status: 201 }) : undefined;
  const create = new MutationObserver(client, createMutation(client));
  await create.mutate({ body: { content: "x" }, idempotencyKey: "k" });
  expect(collection.get("new")).toBeDefined();
  expect(collection.getSnapshot().loaded).toBe(2);
});
