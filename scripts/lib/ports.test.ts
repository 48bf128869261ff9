import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { allowPort } from "../test/network";
import { nextFreePort, portProblems, portState, readPort } from "./ports";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function occupy(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
  open.push(server);
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  for (let port = address.port; port < address.port + 60; port += 1) allowPort(port);
  return address.port;
}

describe("a port in use", () => {
  test.each(["127.0.0.1", "::1", "0.0.0.0", "::"])("on %s is seen", async (host) => {
    expect(await portState(await occupy(host))).toBe("in-use");
  });

  test("is free again when its server is gone", async () => {
    const port = await occupy("127.0.0.1");
    await new Promise((resolve) => open.pop()?.close(resolve));
    expect(await portState(port)).toBe("free");
  });

  test("is stepped over", async () => {
    const port = await occupy("127.0.0.1");
    expect(await nextFreePort(port)).toBeGreaterThan(port);
  });
});

describe("portProblems", () => {
  test("says for each port that is taken how to use another", async () => {
    const port = await occupy("127.0.0.1");
    const problems = await portProblems([{ name: "PORT", port, what: "the app" }], "npm run dev");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      new RegExp(`^Port ${port} \\(the app\\) is in use .+PORT=\\d+.+npm run dev$`),
    );
  });

  test("says when two want the same, and never proposes a port another one wants", async () => {
    const port = await occupy("127.0.0.1");
    await new Promise((resolve) => open.pop()?.close(resolve));
    const problems = await portProblems(
      [
        { name: "PORT", port, what: "the app" },
        { name: "SANDBOX_PORT", port, what: "the sandbox" },
        { name: "DATABASE_PORT", port: port + 1, what: "the database" },
      ],
      "npm run dev",
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`the app and the sandbox both want port ${port}`);
    expect(problems[0]).not.toContain(`SANDBOX_PORT=${port + 1} `);
  });

  test("is silent when all are free", async () => {
    const port = await occupy("127.0.0.1");
    await new Promise((resolve) => open.pop()?.close(resolve));
    expect(await portProblems([{ name: "PORT", port, what: "the app" }], "x")).toEqual([]);
  });
});

describe("readPort", () => {
  test("takes a port, and the default for nothing", () => {
    expect(readPort("PORT", "3001", 3000)).toBe(3001);
    expect(readPort("PORT", undefined, 3000)).toBe(3000);
    expect(readPort("PORT", " ", 3000)).toBe(3000);
  });

  test.each(["0", "65536", "80a", "-1", "3000.5", "1e3"])("refuses %s by name", (value) => {
    expect(() => readPort("PORT", value, 3000)).toThrow(/^PORT must be a port number/);
  });
});
