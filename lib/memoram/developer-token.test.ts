import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { createDeveloperTokens, type Exchanged } from "./developer-token";
import { memoryTokenStore } from "./testing/token-store";

const LIFE_MS = 900_000;
const forever = new AbortController().signal;

/** Instances that share one store and one clock; `exchange` is what Memoram does. */
function installation(exchange?: () => Promise<Exchanged>) {
  const clock = { at: 1_000_000 };
  const now = () => clock.at;
  const shared = memoryTokenStore(now);
  let count = 0;
  const numbered = async () => {
    count += 1;
    const token = `jwt-${count}`;
    await sleep(30);
    return { token, expiresAt: now() + LIFE_MS };
  };
  const exchanges = vi.fn(exchange ?? numbered);
  const instance = () => createDeveloperTokens({ store: shared.store, exchange: exchanges, now });
  return { clock, exchanges, instance, ...shared };
}

const held = <T>() => {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};

describe("a cold start", () => {
  it("makes one exchange for 40 callers of one instance, and one for 40 instances", async () => {
    const one = installation();
    const tokens = one.instance();
    const got = await Promise.all(Array.from({ length: 40 }, () => tokens.get(forever)));
    expect(new Set(got.map(({ value }) => value))).toEqual(new Set(["jwt-1"]));
    expect(one.exchanges).toHaveBeenCalledTimes(1);

    const many = installation();
    const gotToo = await Promise.all(
      Array.from({ length: 40 }, () => many.instance().get(forever)),
    );
    expect(new Set(gotToo.map(({ value }) => value))).toEqual(new Set(["jwt-1"]));
    expect(many.exchanges).toHaveBeenCalledTimes(1);
    expect(many.leaseHolder()).toBeNull();
  });

  it("tells everybody who waited of a failure, and tries again for whoever comes later", async () => {
    const failure = held<Exchanged>();
    const later = { token: "late", expiresAt: 1_000_000 + LIFE_MS };
    let count = 0;
    const { instance, exchanges } = installation(() => {
      count += 1;
      return count === 1 ? failure.promise : Promise.resolve(later);
    });
    const waiting = Array.from({ length: 12 }, () => instance().get(forever));
    await sleep(150);
    failure.reject(new AppError("memoram-rate-limited", { retryAfterSeconds: 33 }));
    for (const outcome of await Promise.allSettled(waiting)) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { code: "memoram-rate-limited", retryAfterSeconds: 33 },
      });
    }
    expect(exchanges).toHaveBeenCalledTimes(1);
    expect((await instance().get(forever)).value).toBe("late");
    expect(exchanges).toHaveBeenCalledTimes(2);
  });

  it("does not tell of an error of ours as if it were Memoram's", async () => {
    const { instance, row } = installation(() => Promise.reject(new TypeError("s3cret")));
    await expect(instance().get(forever)).rejects.toBeInstanceOf(TypeError);
    expect(row.failure).toEqual({ code: "internal" });
  });

  it("waits no longer than its caller, whose haste harms nobody else", async () => {
    const exchange = held<Exchanged>();
    const { instance, clock } = installation(() => exchange.promise);
    const tokens = instance();
    const hasty = tokens.get(AbortSignal.timeout(50));
    const patient = tokens.get(forever);
    await expect(hasty).rejects.toMatchObject({ code: "memoram-timeout" });
    exchange.resolve({ token: "t", expiresAt: clock.at + LIFE_MS });
    expect((await patient).value).toBe("t");
    await expect(tokens.get(AbortSignal.abort())).rejects.toMatchObject({
      code: "memoram-timeout",
    });
  });
});

describe("a holder that was killed in the middle", () => {
  it("is replaced while the others still wait, by one of them", async () => {
    let count = 0;
    const { instance, clock, exchanges, row } = installation(() => {
      count += 1;
      const token = { token: `jwt-${count}`, expiresAt: clock.at + LIFE_MS };
      return count === 1 ? new Promise(() => {}) : Promise.resolve(token);
    });
    instance()
      .get(forever)
      .catch(() => undefined);
    await sleep(20);
    const others = Array.from({ length: 5 }, () => instance().get(forever));
    for (let second = 0; second < 11; second += 1) {
      await sleep(120);
      clock.at += 1_000;
    }
    for (const { value } of await Promise.all(others)) expect(value).toBe("jwt-2");
    expect(exchanges).toHaveBeenCalledTimes(2);
    expect(row.version).toBe(1);
  });

  it("overwrites nothing when it was only slow", async () => {
    const slow = held<Exchanged>();
    let count = 0;
    const { instance, clock, row } = installation(() => {
      count += 1;
      const token = { token: "newer", expiresAt: clock.at + LIFE_MS };
      return count === 1 ? slow.promise : Promise.resolve(token);
    });
    const stale = instance().get(forever);
    await sleep(20);
    clock.at += 60_000;
    expect((await instance().get(forever)).value).toBe("newer");
    slow.resolve({ token: "older", expiresAt: clock.at + LIFE_MS });
    expect((await stale).value).toBe("older");
    expect(row).toMatchObject({ token: "newer", version: 1 });
    expect((await instance().get(forever)).value).toBe("newer");
  });
});

describe("a token that is there", () => {
  it("is used until 80 % of its life, then refreshed by one while the others go on", async () => {
    const next = held<Exchanged>();
    let count = 0;
    const { instance, clock, exchanges } = installation(() => {
      count += 1;
      const token = { token: "first", expiresAt: clock.at + LIFE_MS };
      return count === 1 ? Promise.resolve(token) : next.promise;
    });
    await instance().get(forever);
    clock.at += LIFE_MS * 0.8 - 1;
    expect((await instance().get(forever)).value).toBe("first");
    expect(exchanges).toHaveBeenCalledTimes(1);

    clock.at += 1;
    const holder = instance().get(forever);
    await sleep(20);
    const others = await Promise.all(Array.from({ length: 10 }, () => instance().get(forever)));
    expect(others.every(({ value }) => value === "first")).toBe(true);
    expect(exchanges).toHaveBeenCalledTimes(2);
    next.resolve({ token: "second", expiresAt: clock.at + LIFE_MS });
    expect((await holder).value).toBe("second");
    expect((await instance().get(forever)).value).toBe("second");
  });

  it("goes on being used when refreshing fails, and Memoram is not asked at every call", async () => {
    let count = 0;
    const { instance, clock, exchanges } = installation(async () => {
      count += 1;
      if (count > 1 && count < 4) throw new AppError("memoram-unavailable");
      return { token: `jwt-${count}`, expiresAt: clock.at + LIFE_MS };
    });
    await instance().get(forever);
    clock.at += LIFE_MS * 0.85;
    for (let call = 0; call < 20; call += 1) {
      expect((await instance().get(forever)).value).toBe("jwt-1");
    }
    expect(exchanges).toHaveBeenCalledTimes(2);
    clock.at += 10_000;
    expect((await instance().get(forever)).value).toBe("jwt-1");
    expect(exchanges).toHaveBeenCalledTimes(3);
    clock.at += 10_000;
    expect((await instance().get(forever)).value).toBe("jwt-4");
  });

  it("is not used at or after its end", async () => {
    const { instance, clock } = installation();
    await instance().get(forever);
    clock.at += LIFE_MS;
    expect((await instance().get(forever)).value).toBe("jwt-2");
  });
});

describe("a token that Memoram refused", () => {
  it("is replaced once for everybody who was refused with it", async () => {
    const { instance, exchanges } = installation();
    const instances = Array.from({ length: 8 }, () => instance());
    const [refused] = await Promise.all(instances.map((tokens) => tokens.get(forever)));
    const fresh = await Promise.all(
      [...instances, ...instances].map((tokens) => tokens.replace(refused?.version ?? 0, forever)),
    );
    expect(new Set(fresh.map(({ value }) => value))).toEqual(new Set(["jwt-2"]));
    expect(exchanges).toHaveBeenCalledTimes(2);
  });

  it("is not exchanged again for someone who comes late with the old one", async () => {
    const { instance, exchanges } = installation();
    const old = await instance().get(forever);
    await instance().replace(old.version, forever);
    expect((await instance().replace(old.version, forever)).value).toBe("jwt-2");
    expect(exchanges).toHaveBeenCalledTimes(2);
  });
});
