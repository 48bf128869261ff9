import { after } from "next/server";
import { expect, it, vi } from "vitest";
import { keepAlive } from "./keep-alive";

vi.mock("next/server", () => ({ after: vi.fn() }));

it("gives the work to the request that began it", () => {
  const work = Promise.resolve();
  keepAlive(work);
  expect(after).toHaveBeenCalledExactlyOnceWith(work);
});

it("needs no request", () => {
  vi.mocked(after).mockImplementation(() => {
    throw new Error("`after` was called outside a request scope.");
  });
  expect(() => keepAlive(Promise.resolve())).not.toThrow();
});
