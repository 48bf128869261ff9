import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { type Child, startChild, untilReady } from "./children";
import { root } from "./paths";
import { Sentence } from "./sentence";

const script = (code: string) => ["--input-type=module", "-e", code];
const stays = "setInterval(() => {}, 1000);";

function started(code: string): { child: Child; ready: Promise<unknown>; lines: string[] } {
  const lines: string[] = [];
  let tell: (message: unknown) => void = () => undefined;
  const ready = new Promise((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "The helper",
    args: script(code),
    env: { GREETING: "hello" },
    onLine: (line, stream) => lines.push(`${stream} ${line}`),
    onMessage: tell,
  });
  return { child, ready, lines };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("a child says when it is ready, gets its settings, and is heard", async () => {
  const { child, ready, lines } = started(
    `console.log(process.env.GREETING); console.error("hm"); process.send({ up: true }); ${stays}`,
  );
  expect(await untilReady(child, ready)).toEqual({ up: true });
  await child.stop();
  expect(await child.ended).toBe("exit code 0");
  expect(lines.sort()).toEqual(["stderr hm", "stdout hello"]);
});

test("a child may put its things in order before it ends", async () => {
  const { child, ready, lines } = started(
    `process.on("SIGTERM", () => setTimeout(() => { console.log("tidy"); process.exit(0); }, 100));
     process.send("up"); ${stays}`,
  );
  await untilReady(child, ready);
  await child.stop();
  expect(lines).toEqual(["stdout tidy"]);
});

test("one that does not end is ended", async () => {
  const { child, ready } = started(`process.on("SIGTERM", () => {}); process.send("up"); ${stays}`);
  await untilReady(child, ready);
  await child.stop(200);
  expect(await child.ended).toBe("signal SIGKILL");
  await child.stop();
});

test("one that ends before it is ready is a sentence, and one that takes too long too", async () => {
  const dead = started("process.exit(3)");
  const failure = untilReady(dead.child, dead.ready);
  await expect(failure).rejects.toBeInstanceOf(Sentence);
  await expect(failure).rejects.toThrow("The helper ended before it was ready (exit code 3).");

  const slow = started(stays);
  await expect(untilReady(slow.child, slow.ready, 50)).rejects.toThrow("did not start within");
  await slow.child.stop();
});

test("a child that is stopped while it starts is gone as well", async () => {
  const { child } = started(stays);
  await child.stop();
  await child.ended;
  expect(isAlive(child.pid ?? 0)).toBe(false);
});

test("when the parent is killed, children and what they forked go too", async () => {
  const grandchild = `process.send(process.pid); ${stays}`;
  const child = `import { spawn } from "node:child_process";
    const own = spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(grandchild)}],
      { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    own.on("message", (pid) => process.send([process.pid, pid])); ${stays}`;
  const parent = `import { startChild } from "./scripts/lib/children.ts";
    startChild({ name: "x", args: ["--input-type=module", "-e", ${JSON.stringify(child)}],
      onMessage: (pids) => console.log(JSON.stringify(pids)) });`;

  const top = spawn(process.execPath, ["--import", "tsx", ...script(parent)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: top.stdout }), "line");
  const pids: number[] = JSON.parse(line);
  expect(pids.map(isAlive)).toEqual([true, true]);
  top.kill("SIGKILL");
  await Promise.all(pids.map(untilGone));
});
