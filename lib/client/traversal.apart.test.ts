import { afterEach, describe, expect, it, vi } from "vitest";

async function load() {
  vi.resetModules();
  const target = new EventTarget();
  vi.stubGlobal("window", target);
  const { interceptTraversal, noteStep, wasTraversal } = await import("./traversal");
  const next = vi.fn();
  target.addEventListener("popstate", next);
  const step = () => target.dispatchEvent(new Event("popstate"));
  return { interceptTraversal, noteStep, wasTraversal, next, target, step };
}

afterEach(() => vi.unstubAllGlobals());

describe("interceptTraversal", () => {
  it("is asked before whoever listens later, and may keep the step from them", async () => {
    const { interceptTraversal, next, step } = await load();
    interceptTraversal(() => true);
    step();
    expect(next).not.toHaveBeenCalled();
  });

  it("lets through what it does not take", async () => {
    const { interceptTraversal, next, step } = await load();
    interceptTraversal(() => false);
    step();
    expect(next).toHaveBeenCalledOnce();
  });

  it("ends, but only for the one that began it", async () => {
    const { interceptTraversal, next, step } = await load();
    const endOld = interceptTraversal(() => true);
    const end = interceptTraversal(() => true);
    endOld();
    step();
    expect(next).not.toHaveBeenCalled();
    end();
    step();
    expect(next).toHaveBeenCalledOnce();
  });
});

describe("wasTraversal", () => {
  it("is known before anybody else hears of the step, until the page goes on by itself", async () => {
    const { noteStep, wasTraversal, target, step } = await load();
    expect(wasTraversal()).toBe(false);
    const heard: boolean[] = [];
    target.addEventListener("popstate", () => heard.push(wasTraversal()));
    step();
    expect(heard).toEqual([true]);
    noteStep();
    expect(wasTraversal()).toBe(false);
  });

  it("is not said of a step that was kept from everybody", async () => {
    const { interceptTraversal, wasTraversal, step } = await load();
    interceptTraversal(() => true);
    step();
    expect(wasTraversal()).toBe(false);
  });
});
