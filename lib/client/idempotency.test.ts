import { describe, expect, it } from "vitest";
import { keptAttempt } from "./drafts/attempt-storage";
import { NEW_DRAFT } from "./drafts/draft";
import { DraftKeeper } from "./drafts/draft-keeper";
import { wipeDrafts } from "./drafts/wipe-drafts";
import { createAttempts } from "./idempotency";
import { standInTab } from "./testing/storage";

const tab = standInTab();

describe("createAttempts", () => {
  const numbered = () => {
    let count = 0;
    return createAttempts({ newKey: () => `key-${++count}` });
  };

  it("keeps the key for a retry of the same body", () => {
    const attempts = numbered();
    expect(attempts.keyFor({ content: "a" })).toBe("key-1");
    expect(attempts.keyFor({ content: "a" })).toBe("key-1");
  });

  it("takes another key for another body", () => {
    const attempts = numbered();
    attempts.keyFor({ content: "a" });
    expect(attempts.keyFor({ content: "b" })).toBe("key-2");
  });

  it("takes another key for the same words after a success", () => {
    const attempts = numbered();
    attempts.keyFor({ content: "a" });
    attempts.finish();
    expect(attempts.keyFor({ content: "a" })).toBe("key-2");
  });

  it("makes keys that the contract allows: 1 to 255 visible ASCII characters", () => {
    const one = createAttempts().keyFor({});
    expect(one).toMatch(/^[!-~]{1,255}$/);
    expect(createAttempts().keyFor({})).not.toBe(one);
  });
});

describe("an attempt that the tab keeps", () => {
  const body = { content: "a", tags: ["b"] };
  /** What the form for a new memory begins with after each load of the page. */
  const afterLoad = () => createAttempts({ kept: keptAttempt(NEW_DRAFT) });

  it("has the same key after a reload, as often as the same body is sent", () => {
    const key = afterLoad().keyFor(body);
    expect(afterLoad().keyFor(structuredClone(body))).toBe(key);
    expect(afterLoad().keyFor(body)).toBe(key);
  });

  it("has another key for a changed body, which is then the one that is kept", () => {
    const key = afterLoad().keyFor(body);
    const changed = afterLoad().keyFor({ ...body, content: "a, and more" });
    expect(changed).not.toBe(key);
    expect(afterLoad().keyFor({ ...body, content: "a, and more" })).toBe(changed);
    expect(afterLoad().keyFor(body)).not.toBe(key);
  });

  it.each([
    ["saved", () => afterLoad().finish()],
    ["discarded", () => new DraftKeeper(NEW_DRAFT).drop()],
    ["signed out of", wipeDrafts],
  ])("is forgotten once the draft is %s", (_how, end) => {
    const key = afterLoad().keyFor(body);
    expect(tab.storage).toHaveLength(1);
    end();
    expect(tab.storage).toHaveLength(0);
    expect(afterLoad().keyFor(body)).not.toBe(key);
  });

  it("is made anew where what was kept cannot be read", () => {
    const key = afterLoad().keyFor(body);
    for (const broken of ["{", "null", '{"body":1}']) {
      tab.storage.setItem("keepsake.attempt.new", broken);
      expect(afterLoad().keyFor(body)).not.toBe(key);
    }
  });

  it("holds within the page where there is no room to keep it", () => {
    tab.storage.isFull = true;
    const attempts = afterLoad();
    expect(attempts.keyFor(body)).toBe(attempts.keyFor(body));
  });
});
