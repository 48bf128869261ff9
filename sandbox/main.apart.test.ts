import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(env: Record<string, string>) {
  const child = fork(main, [], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, SANDBOX_PORT: "0", SANDBOX_DATA_DIR: "memory://", ...env },
  });
  children.push(child);
  const written = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    written.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    written.err += chunk;
  });
  const exit = once(child, "exit").then(([code]: unknown[]) => code);
  return { child, written, exit };
}

async function ready({ written }: ReturnType<typeof start>): Promise<void> {
  await expect.poll(() => written.out, { timeout: 60_000 }).toMatch(/\n/);
}

describe("the command", () => {
  it("says in one line where it listens, and leaves on SIGTERM", async () => {
    const running = start({});
    await ready(running);
    expect(running.written.out).toMatch(/^sandbox ready http:\/\/localhost:\d+\n$/);
    running.child.kill("SIGTERM");
    expect(await running.exit).toBe(process.platform === "win32" ? null : 0);
    expect(running.written.err).toBe("");
  }, 90_000);

  it("leaves when its parent goes", async () => {
    const running = start({});
    await ready(running);
    running.child.disconnect();
    expect(await running.exit).toBe(0);
  }, 90_000);

  it("refuses bad settings in one sentence", async () => {
    const { exit, written } = start({ SANDBOX_TOKEN_TTL_SECONDS: "soon" });
    expect(await exit).toBe(1);
    expect(written.err).toBe(
      "SANDBOX_TOKEN_TTL_SECONDS must be a whole number of seconds above 0.\n",
    );
    expect(written.out).toBe("");
  }, 60_000);

  it("says in one sentence that its port is taken", async () => {
    const other = createServer().listen(0, "localhost");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { exit, written } = start({ SANDBOX_PORT: String(port) });
    expect(await exit).toBe(1);
    expect(written.err).toBe(
      `Port ${port} is in use; stop what listens there, or set SANDBOX_PORT to another one.\n`,
    );
    other.close();
  }, 60_000);
});
