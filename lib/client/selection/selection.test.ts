import { beforeEach, describe, expect, it, vi } from "vitest";
import { Collection } from "@/lib/client/collection/collection";
import { parseFilters } from "@/lib/client/filters/filter-address";
import { OpenStream, page, refusal, streamOf } from "@/lib/client/testing/answers";
import { FakeEnvironment, settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import type { Memory } from "@/lib/contract/memory";
import { keepSelection, readSelection } from "./kept-selection";
import { Selection } from "./selection";

const tab = standInTab();

const red = ["a", "b", "c"].map((id) => memoryOf({ id, tags: ["red"] }));
const blue = ["x", "y"].map((id) => memoryOf({ id, tags: ["blue"] }));
const isRed = parseFilters(new URLSearchParams("tags=red"));

let environment: FakeEnvironment;
let collection: Collection;
let stream: () => Response | Promise<Response>;

const newSelection = () => new Selection(collection, { read: readSelection, write: keepSelection });
const chosen = (selection: Selection) =>
  ["a", "b", "c", "d", "x", "y"].filter((id) => selection.has(id)).join("");

beforeEach(() => {
  environment = new FakeEnvironment();
  collection = new Collection(environment, () => {});
  environment.answer = (path) => (path.endsWith("/stream") ? stream() : page());
});

async function load(...memories: Memory[]): Promise<Selection> {
  stream = () => streamOf(...memories);
  const selection = newSelection();
  collection.start();
  await settle();
  return selection;
}

describe("some memories", () => {
  it("are chosen one by one", async () => {
    const selection = await load(...red);
    const told = vi.fn();
    selection.subscribe(told);
    selection.toggle("a");
    selection.toggle("b");
    selection.toggle("a");
    expect(chosen(selection)).toBe("b");
    expect(told).toHaveBeenCalledTimes(3);
    selection.clear();
    expect(chosen(selection)).toBe("");
  });

  it("are chosen by a range in the order that is shown, up and down", async () => {
    const selection = await load(...red, ...blue);
    const order = ["x", "c", "b", "a", "y"];
    selection.range("b", order);
    expect(chosen(selection)).toBe("b");
    selection.range("x", order);
    expect(chosen(selection)).toBe("bcx");
    selection.range("a", order);
    expect(chosen(selection)).toBe("abcx");
    selection.toggle("c");
    selection.range("x", order);
    expect(chosen(selection)).toBe("ab");
    selection.range("y", ["y"]);
    expect(chosen(selection)).toBe("aby");
  });

  it("are those that are loaded, and no others", async () => {
    const selection = await load(...red, ...blue);
    selection.toggle("x");
    selection.selectLoaded(["a", "b"]);
    expect(chosen(selection)).toBe("ab");
    expect(await selection.resolve()).toEqual(["a", "b"]);
  });

  it("are let go of when they are gone, once that is known", async () => {
    stream = () => new OpenStream().response;
    const selection = newSelection();
    selection.selectLoaded(["a", "gone"]);
    collection.start();
    collection.upsert([...red]);
    expect(selection.getSnapshot()).toMatchObject({ ids: new Set(["a", "gone"]) });
    collection.clear();
    stream = () => streamOf(...red);
    collection.start();
    await settle();
    expect(selection.getSnapshot()).toMatchObject({ ids: new Set(["a"]) });
    collection.remove("a");
    expect(selection.getSnapshot()).toMatchObject({ ids: new Set() });
  });
});

describe("all that match", () => {
  it("are those of the filters under which they were chosen, now and later", async () => {
    const selection = await load(...red, ...blue);
    selection.selectAllMatching(isRed);
    expect(chosen(selection)).toBe("abc");
    collection.upsert([memoryOf({ id: "d", tags: ["red"] })]);
    expect(chosen(selection)).toBe("abcd");
    collection.replace(memoryOf({ id: "a", tags: [] }));
    expect(chosen(selection)).toBe("bcd");
  });

  it("can leave some out and take others in", async () => {
    const selection = await load(...red, ...blue);
    selection.selectAllMatching(isRed);
    selection.toggle("b");
    selection.toggle("x");
    expect(chosen(selection)).toBe("acx");
    selection.toggle("b");
    selection.toggle("x");
    expect(chosen(selection)).toBe("abc");
    selection.toggle("a");
    selection.range("y", ["a", "c", "x", "y"]);
    expect(chosen(selection)).toBe("b");
  });

  it("become certain memories once everything is here", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    const selection = newSelection();
    collection.start();
    await settle();
    open.send(red[0], blue[0]);
    await settle();
    selection.selectAllMatching(isRed);
    selection.toggle("x");
    const resolved = selection.resolve();
    open.send(red[1], red[2], blue[1], { done: true, count: 5 });
    expect(await resolved).toEqual(["a", "x", "b", "c"]);
    expect(selection.getSnapshot().kind).toBe("some");
    collection.upsert([memoryOf({ id: "d", tags: ["red"] })]);
    expect(chosen(selection)).toBe("abcx");
  });

  it("become nothing when the rest will not come", async () => {
    stream = () => refusal("access-revoked");
    const selection = newSelection();
    selection.selectAllMatching(isRed);
    await expect(selection.resolve()).rejects.toMatchObject({ code: "access-revoked" });
    expect(selection.getSnapshot().kind).toBe("all");
  });
});

describe("a reload", () => {
  it("keeps what was selected, by ids and filters alone", async () => {
    const selection = await load(...red, ...blue);
    selection.toggle("a");
    expect(tab.storage.getItem("keepsake.selection")).toBe('{"kind":"some","ids":["a"]}');
    expect(chosen(newSelection())).toBe("a");
    selection.selectAllMatching(isRed);
    selection.toggle("b");
    selection.toggle("x");
    expect(chosen(newSelection())).toBe("acx");
    expect(newSelection().getSnapshot()).toEqual(selection.getSnapshot());
  });

  it("leaves nothing behind of a selection that was cleared", async () => {
    const selection = await load(...red);
    selection.toggle("a");
    selection.clear();
    expect(tab.storage).toHaveLength(0);
  });

  it.each(["{", "1", '{"kind":"some","ids":["../x"]}', '{"kind":"other"}'])(
    "forgets what cannot be read (%s)",
    (text) => {
      tab.storage.setItem("keepsake.selection", text);
      expect(chosen(newSelection())).toBe("");
      expect(tab.storage).toHaveLength(0);
    },
  );
});
