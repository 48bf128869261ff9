import { afterEach, describe, expect, it, vi } from "vitest";

async function load() {
  vi.resetModules();
  const target = new EventTarget();
  vi.stubGlobal("window", target);
  const { interceptTraversal } = await import("./traversal");
  const next = vi.fn();
  target.addEventListener("popstate", next);
  return { interceptTraversal, next, step: () => target.dispatchEvent(new Event("popstate")) };
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
