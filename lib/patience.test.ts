import { expect, it } from "vitest";
import { patience, withOnePatience } from "./patience";

/** Waits in vain once, and tells before and after whether its patience was spent. */
async function request(meanwhile: Promise<void> = Promise.resolve()): Promise<boolean[]> {
  return withOnePatience(async () => {
    const before = patience.isSpent();
    await meanwhile;
    const then = patience.isSpent();
    await Promise.resolve().then(() => patience.spend());
    return [before, then, patience.isSpent()];
  });
}

it("is spent once a request, whatever part of it asks", async () => {
  expect(await request()).toEqual([false, false, true]);
  expect(await request()).toEqual([false, false, true]);
});

it("is each request's own, also of those that are answered at the same time", async () => {
  let goOn = () => {};
  const slow = request(
    new Promise((resolve) => {
      goOn = resolve;
    }),
  );
  expect(await request()).toEqual([false, false, true]);
  goOn();
  expect(await slow).toEqual([false, false, true]);
});

it("is never spent outside of a request", () => {
  patience.spend();
  expect(patience.isSpent()).toBe(false);
});
