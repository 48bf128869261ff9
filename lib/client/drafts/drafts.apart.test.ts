import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyForm, toForm } from "@/lib/client/memory-patch";
import { memoryOf } from "@/lib/client/testing/memories";
import { standInTab } from "@/lib/client/testing/storage";
import { NEW_DRAFT } from "./draft";
import { DraftKeeper } from "./draft-keeper";
import { draftKeys, readDraft, writeDraft } from "./draft-storage";
import { wipeDrafts } from "./wipe-drafts";

const tab = standInTab();

const base = memoryOf({ title: "Before" });
const typed = { values: { ...toForm(base), title: "Typed" }, base, baseEtag: '"v1"' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a draft", () => {
  it("comes back as it was kept, though it breaks the rules of a saved memory", () => {
    const draft = { ...typed, values: { ...typed.values, content: "", tags: ["a,b"] }, savedAt: 5 };
    expect(writeDraft("a", draft)).toBe(true);
    expect(readDraft("a")).toEqual(draft);
    expect(readDraft("b")).toBeNull();
    expect(draftKeys()).toEqual(["a"]);
  });

  it.each(["{", "null", '{"values":{}}', '{"values":1,"base":null,"baseEtag":null,"savedAt":1}'])(
    "that is broken (%s) is dropped",
    (text) => {
      tab.storage.setItem("keepsake.draft.a", text);
      expect(readDraft("a")).toBeNull();
      expect(draftKeys()).toEqual([]);
    },
  );
});

describe("DraftKeeper", () => {
  it("writes once typing rests", () => {
    const keeper = new DraftKeeper("a");
    const close = keeper.open();
    keeper.keep(typed);
    vi.advanceTimersByTime(399);
    expect(readDraft("a")).toBeNull();
    keeper.keep({ ...typed, values: { ...typed.values, title: "Typed on" } });
    vi.advanceTimersByTime(399);
    expect(readDraft("a")).toBeNull();
    vi.advanceTimersByTime(1);
    expect(readDraft("a")).toMatchObject({ values: { title: "Typed on" }, savedAt: Date.now() });
    close();
  });

  it.each(["pagehide", "visibilitychange"])("writes at once on %s", (event) => {
    const keeper = new DraftKeeper(NEW_DRAFT);
    const close = keeper.open();
    keeper.keep({ values: { ...emptyForm, content: "x" }, base: null, baseEtag: null });
    const target = event === "pagehide" ? tab.window : tab.document;
    target.dispatchEvent(new Event(event));
    expect(readDraft(NEW_DRAFT)?.values.content).toBe("x");
    close();
  });

  it("writes what waits when its form closes, and follows the page no longer", () => {
    const keeper = new DraftKeeper("a");
    keeper.open()();
    keeper.keep(typed);
    tab.window.dispatchEvent(new Event("pagehide"));
    expect(readDraft("a")).toBeNull();
    keeper.open()();
    expect(readDraft("a")).not.toBeNull();
  });

  it("keeps nothing once the words are saved or not wanted, not even what waited", () => {
    const keeper = new DraftKeeper("a");
    const close = keeper.open();
    keeper.keep(typed);
    keeper.flush();
    keeper.keep(typed);
    keeper.drop();
    vi.advanceTimersByTime(10_000);
    close();
    expect(draftKeys()).toEqual([]);
  });

  it("finds what an earlier form kept", () => {
    new DraftKeeper("a").keep(typed);
    vi.advanceTimersByTime(400);
    expect(new DraftKeeper("a").found).toMatchObject({ values: { title: "Typed" }, base });
    expect(new DraftKeeper("b").found).toBeNull();
  });

  it("says when there is no room, and when there is again", () => {
    const keeper = new DraftKeeper("a");
    const told = vi.fn();
    keeper.subscribe(told);
    tab.storage.isFull = true;
    keeper.keep(typed);
    keeper.flush();
    expect(keeper.getRefused()).toBe(true);
    tab.storage.isFull = false;
    keeper.keep(typed);
    keeper.flush();
    expect(keeper.getRefused()).toBe(false);
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe("wipeDrafts", () => {
  it("leaves none, and none that waited to be written", () => {
    tab.storage.setItem("keepsake.selection", "stays");
    writeDraft("b", { ...typed, savedAt: 1 });
    const keeper = new DraftKeeper("a");
    const close = keeper.open();
    keeper.keep(typed);
    wipeDrafts();
    vi.advanceTimersByTime(10_000);
    tab.window.dispatchEvent(new Event("pagehide"));
    close();
    expect(draftKeys()).toEqual([]);
    expect(tab.storage.getItem("keepsake.selection")).toBe("stays");
  });
});
