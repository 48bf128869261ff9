import { Writable } from "node:stream";
import type pino from "pino";
import { expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";

const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

vi.mock("@/lib/env", () => ({ env: () => ({ LOG_LEVEL: "debug" }) }));
vi.mock("pino", async (original) => {
  const actual = await original<{ default: typeof pino }>();
  return { ...actual, default: (options: pino.LoggerOptions) => actual.default(options, sink) };
});

const { causeOf, log } = await import("./log");

it("writes the fields that are allowed, and drops every other", () => {
  const fields = {
    code: "internal",
    method: "GET",
    status: 500,
    requestId: "r",
    cause: "ECONNRESET",
    content: "my memory",
    token: "s3cret",
    err: new Error("s3cret"),
    req: { headers: { cookie: "s3cret" } },
  };
  log.error("request failed", fields);
  const line: unknown = JSON.parse(lines.at(-1) ?? "");
  expect(line).toEqual({
    level: 50,
    time: expect.any(Number),
    msg: "request failed",
    code: "internal",
    method: "GET",
    status: 500,
    requestId: "r",
    cause: "ECONNRESET",
  });
});

it("says of an error its codes and classes, outermost first, and no message", () => {
  const reset = Object.assign(new TypeError("s3cret 1"), { code: "ECONNRESET" });
  const middle = new RangeError("s3cret 2", { cause: reset });
  const outer = new AppError("memoram-unavailable", { detail: "s3cret 3", cause: middle });
  expect(causeOf(outer)).toBe("memoram-unavailable < RangeError < ECONNRESET");
});

it("says nothing of what is no error, and of a code only what a code can be", () => {
  for (const [thrown, said] of [
    ["s3cret", "string"],
    [{ code: "s3cret" }, "object"],
    [undefined, "undefined"],
    [null, "object"],
  ]) {
    expect(causeOf(thrown)).toBe(said);
  }
  const talkative = Object.assign(new Error("x"), { code: "the token is s3cret" });
  expect(causeOf(talkative)).toBe("Error");
  const named = new Error("x");
  named.name = "A name with s3cret in it";
  expect(causeOf(named)).toBe("Error");
  expect(causeOf(Object.assign(new Error("x"), { code: "x".repeat(500) }))).toBe("Error");
});

it("ends with causes that go round in a circle", () => {
  const one = new Error("one");
  const two = new Error("two", { cause: one });
  one.cause = two;
  expect(causeOf(one).split(" < ").length).toBeLessThan(10);
});
