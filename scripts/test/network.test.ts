import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { expectConsole, takeConsoleProblems } from "./console";
import { takeRefused } from "./network";

afterEach(() => {
  takeRefused();
});

test("a connection nobody planned fails, and is remembered", async () => {
  await expect(fetch("http://memoram.invalid/api")).rejects.toThrow();
  expect(takeRefused()).toEqual(["memoram.invalid:80"]);
});

test("a port of this machine is closed too, until somebody allows it", async () => {
  const socket = connect(9, "127.0.0.1");
  const error = await new Promise<Error>((resolve) => socket.once("error", resolve));
  expect(error.message).toBe("This test planned no connection to localhost:9.");
  expect(takeRefused()).toEqual(["localhost:9"]);
});

test("a server of the test's own is open under every name of this machine", async () => {
  const server = createServer((_request, response) => response.end("here"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  for (const host of ["127.0.0.1", "localhost"]) {
    const response = await fetch(`http://${host}:${address.port}/`);
    expect(await response.text()).toBe("here");
  }
  server.close();
  expect(takeRefused()).toEqual([]);
});

test("an unexpected console.error is a problem, an expected one is not", () => {
  expectConsole("error", /planned/);
  console.error("planned", { detail: 1 });
  expect(takeConsoleProblems()).toEqual([]);

  expectConsole("warn", "never said");
  expect(takeConsoleProblems()).toEqual(["console.warn never said never said"]);
});
