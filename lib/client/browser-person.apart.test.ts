import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followPerson, tellPerson, tellSignedOut } from "./browser-person";

/** A browser of two tabs: what is written is there for both, and told to the other one. */
function browser() {
  const kept = new Map<string, string>();
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const target = {
    addEventListener: (type: string, listener: (event: unknown) => void) => {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener: (type: string, listener: (event: unknown) => void) => {
      listeners.get(type)?.delete(listener);
    },
  };
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  vi.stubGlobal("window", { ...target, localStorage });
  vi.stubGlobal("document", target);
  return {
    kept,
    fire: (type: string, event: unknown = {}) => {
      for (const listener of [...(listeners.get(type) ?? [])]) listener(event);
    },
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

let tabs: ReturnType<typeof browser>;
beforeEach(() => {
  tabs = browser();
});
afterEach(() => vi.unstubAllGlobals());

const stored = { key: "keepsake.person" };

describe("whom a browser is signed in as", () => {
  it("is told to other tabs when somebody signs out, once", () => {
    const onOther = vi.fn();
    tellPerson("one");
    followPerson("one", onOther);
    tabs.fire("storage", stored);
    expect(onOther).not.toHaveBeenCalled();
    tellSignedOut();
    tabs.fire("storage", stored);
    tabs.fire("focus");
    expect(onOther).toHaveBeenCalledTimes(1);
  });

  it.each(["focus", "pageshow", "visibilitychange"])("is looked up again on %s", (type) => {
    const onOther = vi.fn();
    tellPerson("one");
    followPerson("one", onOther);
    tellPerson("two");
    expect(onOther).not.toHaveBeenCalled();
    tabs.fire(type);
    expect(onOther).toHaveBeenCalledTimes(1);
  });

  it("is not followed any more once that has ended", () => {
    const onOther = vi.fn();
    const end = followPerson("one", onOther);
    end();
    tellPerson("two");
    tabs.fire("storage", stored);
    expect(onOther).not.toHaveBeenCalled();
    expect(tabs.listening()).toBe(0);
  });

  it("stays unknown where nothing can be kept, and nobody is sent away for that", () => {
    const onOther = vi.fn();
    followPerson("one", onOther);
    tabs.kept.clear();
    tabs.fire("focus");
    tabs.fire("storage", { key: "something else" });
    expect(onOther).not.toHaveBeenCalled();
  });
});
