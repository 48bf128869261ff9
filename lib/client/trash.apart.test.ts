import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { bulkRunnerOf } from "@/lib/client/bulk/bulk-runner-of";
import { json } from "@/lib/client/testing/answers";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import { fetchTrashIds, loadedTrash, takeOutOfTrash, trashQuery } from "./trash";

standInTab();

const item = (id: string) => ({
  memory: memoryOf({ id }),
  deletedAt: "2026-01-01T00:00:00.000Z",
  expiresAt: "2026-01-31T00:00:00.000Z",
});
const page = (total: number, ...ids: string[]) => ({
  items: ids.map(item),
  nextCursor: null,
  total,
});
const idsOf = (trash: { items: ReturnType<typeof item>[] } | undefined) =>
  trash?.items.map(({ memory }) => memory.id) ?? [];

describe("loadedTrash", () => {
  it("has each item once, and the newest total", () => {
    const loaded = loadedTrash([page(5, "a", "b"), page(4, "b", "c")]);
    expect(idsOf(loaded)).toEqual(["a", "b", "c"]);
    expect(loaded.total).toBe(4);
  });

  it("counts no fewer than it shows", () => {
    expect(loadedTrash([page(1, "a", "b")]).total).toBe(2);
    expect(loadedTrash([])).toEqual({ items: [], total: 0 });
  });

  it("leaves out what is known to be gone, and does not count it", () => {
    const loaded = loadedTrash([page(4, "a", "b"), page(4, "c")], new Set(["b", "x"]));
    expect(idsOf(loaded)).toEqual(["a", "c"]);
    expect(loaded.total).toBe(3);
  });
});

const PAGE = 50;
const COUNT = 3_000;

/** Our API of a trash with thousands of copies, which says what it was asked. */
class TrashServer {
  readonly copies = Array.from({ length: COUNT }, (_, at) => `m${at}`);
  readonly calls: string[] = [];
  /** Listings wait here until the test lets them go on. */
  gate: Promise<void> = Promise.resolve();
  /** Erasing waits here once a thousand have gone. */
  halfway: Promise<void> = Promise.resolve();

  readonly fetch = async (input: RequestInfo | URL, { method = "GET" }: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(String(input), "http://tab");
    this.calls.push(`${method} ${pathname}`);
    if (pathname === "/api/trash-ids") return json({ ids: this.copies });
    if (pathname === "/api/trash") {
      const answer = this.list(searchParams.get("cursor"));
      await this.gate;
      return json(answer);
    }
    if (this.copies.length <= COUNT - 1_000) await this.halfway;
    this.copies.splice(this.copies.indexOf(pathname.split("/")[3] ?? ""), 1);
    return new Response(null, { status: 204 });
  };

  listings(): number {
    return this.calls.filter((call) => call === "GET /api/trash").length;
  }

  /** A cursor names the last one before the page, be it there still or not. */
  private list(cursor: string | null) {
    const after = cursor === null ? -1 : Number(cursor);
    const rest = this.copies.filter((id) => Number(id.slice(1)) > after);
    const ids = rest.slice(0, PAGE);
    const last = rest.length > PAGE ? (ids.at(-1)?.slice(1) ?? null) : null;
    return { items: ids.map(item), nextCursor: last, total: this.copies.length };
  }
}

describe("a trash of thousands", () => {
  let server: TrashServer;
  let client: QueryClient;
  beforeEach(() => {
    server = new TrashServer();
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    vi.stubGlobal("fetch", server.fetch);
  });

  async function openPages(count: number) {
    const observer = new InfiniteQueryObserver(client, trashQuery(client));
    const seen: number[] = [];
    const leave = observer.subscribe(({ data }) => void seen.push(data?.total ?? 0));
    await settle();
    for (let more = 1; more < count; more += 1) await observer.fetchNextPage();
    return { observer, seen, leave, trash: () => observer.getCurrentResult().data };
  }

  it("tells all its ids in one call, and reads no page for them", async () => {
    expect(await fetchTrashIds()).toEqual(server.copies);
    expect(server.calls).toEqual(["GET /api/trash-ids"]);
  });

  it("is erased item by item, true on the way, and read again once, at the end", async () => {
    const { trash, seen, leave } = await openPages(4);
    expect(trash()).toMatchObject({ total: COUNT });
    const before = { listings: server.listings(), steps: seen.length };
    let goOn = () => {};
    server.halfway = new Promise((resolve) => {
      goOn = resolve;
    });
    const ids = await fetchTrashIds();
    const { ended } = bulkRunnerOf(client).start(
      { kind: "deleteForEver" },
      ids.map((id) => ({ id, title: null })),
    );
    await vi.waitFor(() => expect(trash()?.total).toBe(COUNT - 1_000), { timeout: 10_000 });
    expect(idsOf(trash())).toEqual([]);
    expect(server.listings()).toBe(before.listings);
    goOn();
    expect(await ended).toMatchObject({ done: COUNT, failed: [] });
    await settle();
    expect(server.listings()).toBe(before.listings + 1);
    expect(trash()).toEqual({ items: [], total: 0 });
    // Far fewer steps than items: each draws the page.
    expect(seen.length - before.steps).toBeLessThan(COUNT / 10);
    leave();
  });

  it("does not show again what went while a page was being read", async () => {
    const { observer, trash, leave } = await openPages(1);
    let open = () => {};
    server.gate = new Promise((resolve) => {
      open = resolve;
    });
    const reading = observer.refetch();
    await settle();
    server.copies.splice(0, 2);
    takeOutOfTrash(client, ["m0", "m1"]);
    expect(idsOf(trash())[0]).toBe("m2");
    open();
    await reading;
    expect(idsOf(trash())[0]).toBe("m2");
    expect(trash()?.total).toBe(COUNT - 2);
    leave();
  });

  it("counts what was not loaded yet no more either, and each once", async () => {
    const { trash, leave } = await openPages(1);
    takeOutOfTrash(client, ["m1", "m2000"]);
    takeOutOfTrash(client, ["m1", "m2000"]);
    expect(trash()?.total).toBe(COUNT - 2);
    expect(idsOf(trash())).toHaveLength(PAGE - 1);
    leave();
  });
});
