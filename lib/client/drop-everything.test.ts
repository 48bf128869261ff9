import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { bulkRunnerOf } from "@/lib/client/bulk/bulk-runner-of";
import { draftKeys, writeDraft } from "@/lib/client/drafts/draft-storage";
import { emptyForm } from "@/lib/client/memory-patch";
import { selectionOf } from "@/lib/client/selection/selection-of";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import { tabWith } from "@/lib/client/testing/tab";
import { dropEverything, dropMemories } from "./drop-everything";
import { queryKeys } from "./query-keys";
import { hasUnsavedWork } from "./unsaved-work";

const tab = standInTab();
const a = memoryOf({ id: "a" });
const draft = { values: emptyForm, base: a, baseEtag: null, savedAt: 1 };

/** A tab in which everything that can hold something of a person holds something. */
async function fullTab() {
  const { client, collection, server } = await tabWith(a);
  writeDraft("a", draft);
  selectionOf(client).toggle("a");
  server.gate = new Promise(() => {});
  const job = bulkRunnerOf(client).start({ kind: "delete" }, [{ id: "a", title: null }]);
  client.setQueryData(queryKeys.connection(), { status: "approved" });
  client.setQueryData(queryKeys.memories.detail("a"), { memory: a, etag: null });
  client.setQueryData(queryKeys.tags(), ["of the person"]);
  const queryFn = vi.fn(async () => ["read anew"]);
  const observer = new QueryObserver(client, {
    queryKey: queryKeys.tags(),
    queryFn,
    staleTime: 60_000,
  });
  const unsubscribe = observer.subscribe(() => {});
  return { client, collection, job, observer, queryFn, unsubscribe };
}

describe("signing out", () => {
  it("leaves nothing of the person, and nothing is asked any more", async () => {
    const { client, collection, job, observer, queryFn, unsubscribe } = await fullTab();
    dropEverything(client);
    expect(collection.getSnapshot()).toMatchObject({ status: "idle", loaded: 0, memories: [] });
    expect(collection.get("a")).toBeUndefined();
    expect(tab.storage).toHaveLength(0);
    expect(selectionOf(client).getSnapshot()).toMatchObject({ ids: new Set() });
    expect(await job.ended).toMatchObject({ state: "cancelled" });
    expect(hasUnsavedWork()).toBe(false);
    expect(client.getQueryCache().getAll()).toEqual([]);
    expect(observer.getCurrentResult().data).toBeUndefined();
    collection.start();
    // What a component does when it draws itself anew.
    observer.setOptions({ queryKey: queryKeys.tags(), queryFn, staleTime: 60_000 });
    await settle();
    expect(collection.getSnapshot().status).toBe("idle");
    // The page that is still there for a moment is drawn once more.
    observer.setOptions({ queryKey: queryKeys.tags(), queryFn, staleTime: 60_000 });
    const drawnAgain = new QueryObserver(client, { queryKey: queryKeys.trash(), queryFn });
    const leave = drawnAgain.subscribe(() => {});
    await settle();
    expect(queryFn).not.toHaveBeenCalled();
    leave();
    unsubscribe();
  });
});

describe("another connection", () => {
  it("leaves nothing of the memories but what was typed, and open pages ask anew", async () => {
    const { client, collection, observer, queryFn, unsubscribe } = await fullTab();
    dropMemories(client);
    expect(collection.getSnapshot()).toMatchObject({ status: "idle", loaded: 0 });
    expect(draftKeys()).toEqual(["a"]);
    expect(client.getQueryData(queryKeys.memories.detail("a"))).toBeUndefined();
    expect(client.getQueryData(queryKeys.connection())).toEqual({ status: "approved" });
    await settle();
    expect(queryFn).toHaveBeenCalledTimes(1);
    expect(observer.getCurrentResult().data).toEqual(["read anew"]);
    collection.start();
    await settle();
    expect(collection.getSnapshot().status).toBe("complete");
    unsubscribe();
  });
});
