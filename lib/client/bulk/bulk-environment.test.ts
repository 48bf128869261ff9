import { describe, expect, it } from "vitest";
import { queryKeys } from "@/lib/client/query-keys";
import { refusal } from "@/lib/client/testing/answers";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import { tabWith } from "@/lib/client/testing/tab";
import { hasUnsavedWork } from "@/lib/client/unsaved-work";
import { bulkRunnerOf } from "./bulk-runner-of";

standInTab();

const memories = ["a", "b", "c"].map((id) => memoryOf({ id }));
const items = memories.map(({ id }) => ({ id, title: null }));

describe("jobs of a tab", () => {
  it("show in the collection and in the cache of single memories", async () => {
    const { client, collection } = await tabWith(...memories);
    client.setQueryData(queryKeys.memories.detail("b"), { memory: memories[1], etag: '"1"' });
    const tagged = bulkRunnerOf(client).start({ kind: "addTags", tags: ["x"] }, items);
    expect(hasUnsavedWork()).toBe(true);
    await tagged.ended;
    await settle();
    expect(hasUnsavedWork()).toBe(false);
    expect(collection.get("b")?.tags).toEqual(["x"]);
    expect(client.getQueryData(queryKeys.memories.detail("b"))).toMatchObject({
      memory: { tags: ["x"] },
      etag: '"2"',
    });
    expect(client.getQueryData(queryKeys.memories.detail("a"))).toBeUndefined();
  });

  it("let deleted memories go, and take restored ones in", async () => {
    const { client, collection } = await tabWith(...memories);
    client.setQueryData(queryKeys.trash(), { pages: [], pageParams: [] });
    client.setQueryData(queryKeys.memories.detail("a"), "a");
    const { changed } = await bulkRunnerOf(client).start({ kind: "delete" }, items).ended;
    expect(["a", "b", "c"].map((id) => collection.get(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(client.getQueryData(queryKeys.memories.detail("a"))).toBeUndefined();
    expect(client.getQueryState(queryKeys.trash())?.isInvalidated).toBe(true);
    const gone = changed.map((id) => ({ id, title: null }));
    await bulkRunnerOf(client).start({ kind: "restore" }, gone).ended;
    expect(collection.get("a-again")).toBeDefined();
  });

  it("empty the collection when they meet lost access", async () => {
    const { client, collection, server } = await tabWith(...memories);
    server.fault = () => refusal("access-revoked");
    bulkRunnerOf(client).start({ kind: "delete" }, items);
    await settle();
    expect(bulkRunnerOf(client).getSnapshot().job?.state).toBe("stopped");
    expect(collection.getSnapshot()).toMatchObject({ status: "failed", loaded: 0 });
    bulkRunnerOf(client).clear();
  });
});
