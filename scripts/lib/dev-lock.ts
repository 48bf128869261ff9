import { mkdir, open, readFile, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { z } from "zod";

const lockSchema = z.object({ port: z.number(), url: z.string() });

/** The first one's address, or null when nobody is behind the lock file any more. */
async function whoHolds(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  let lock: z.infer<typeof lockSchema>;
  try {
    lock = lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
  return new Promise((resolve) => {
    const socket = connect({ port: lock.port, host: "127.0.0.1" });
    let answer = "";
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer === path ? lock.url : null));
  });
}

/** A socket that says whose it is for as long as this process lives, and no longer. */
async function listenAs(path: string): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.end(path).on("error", () => undefined));
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The lock has no port.");
  return { port: address.port, close: () => server.close() };
}

/**
 * Makes this the only development server of the checkout. A process id in a file would lie after
 * a crash, when another program has got the same number; a socket closes with its process.
 * @returns `release`, or `runningAt`: the address of the one that was here first
 */
export async function takeDevLock(
  path: string,
  url: string,
): Promise<{ release: () => Promise<void> } | { runningAt: string }> {
  await mkdir(dirname(path), { recursive: true });
  const voice = await listenAs(path);
  const content = JSON.stringify({ port: voice.port, url });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(content);
      await file.close();
      const release = async () => {
        voice.close();
        if ((await readFile(path, "utf8").catch(() => "")) === content) await rm(path);
      };
      return { release };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const runningAt = await whoHolds(path);
    if (runningAt !== null) {
      voice.close();
      return { runningAt };
    }
    // Written a moment ago and still empty, or left behind by a crash.
    await new Promise((resolve) => setTimeout(resolve, 200));
    if ((await whoHolds(path)) === null) await rm(path, { force: true });
  }
  voice.close();
  return { runningAt: url };
}
