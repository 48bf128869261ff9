import { afterEach, expect, it, vi } from "vitest";
import { actionOf, handleCommand } from "./command-handlers";

const taken: (() => void)[] = [];
const handle = (name: string, rank?: number) => {
  const run = vi.fn(() => name);
  const release = handleCommand("tags", run, rank);
  taken.push(release);
  return { run, release };
};
const press = () => actionOf("tags")?.();

vi.stubGlobal("document", { querySelectorAll: () => [] });
afterEach(() => {
  for (const release of taken.splice(0)) release();
});

it("asks whoever came last, and the one before once that is gone", () => {
  const [first, second] = [handle("first"), handle("second")];
  press();
  second.release();
  press();
  expect(second.run).toHaveBeenCalledTimes(1);
  expect(first.run).toHaveBeenCalledTimes(1);
});

it("asks a higher rank before whoever came later", () => {
  const [selection, open] = [handle("selection", 1), handle("open")];
  press();
  expect(selection.run).toHaveBeenCalledTimes(1);
  selection.release();
  press();
  expect(open.run).toHaveBeenCalledTimes(1);
});

it("can do nothing when nobody can", () => {
  expect(actionOf("tags")).toBeNull();
  expect(actionOf("open")).toBeNull();
  expect(actionOf("goTags")).not.toBeNull();
});
