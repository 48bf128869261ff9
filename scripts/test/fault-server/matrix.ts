import { subscribe } from "node:diagnostics_channel";
import { createServer, Socket } from "node:net";
import { expect, vi } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { env } from "@/lib/env";
import { transportLimits } from "@/lib/memoram/transport";
import { connectedPerson, origin, startHarness } from "../harness";
import { startFaultServer } from "./fault-server";
import { type Fault, faultsOf, upstreamWords } from "./faults";
import { type Answer, type Cast, EXPORT, type Scenario } from "./scenarios";

/** Every answer comes within this, whatever Memoram does. */
const MOST_MS = 15_000;
const MB = 1024 * 1024;

export type Asked = { name: string; answer: Answer & { ms: number } };

async function timed(name: string, ask: () => Promise<Answer>): Promise<Asked> {
  const startedAt = performance.now();
  const answer = await ask();
  return { name, answer: { ...answer, ms: performance.now() - startedAt } };
}

/** Where Memoram's redirect leads: whoever follows it is counted. */
async function startElsewhere() {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Every connection of this process to Memoram: what came in over it. */
function watchConnections(): Socket[] {
  const connections: Socket[] = [];
  subscribe("undici:client:connected", (message) => {
    if (typeof message !== "object" || message === null || !("socket" in message)) return;
    if (message.socket instanceof Socket) connections.push(message.socket);
  });
  return connections;
}

/** A sandbox with a fault server before it, people connected, and what every answer must hold to. */
export async function startMatrix() {
  const sandbox = await startHarness();
  const elsewhere = await startElsewhere();
  const server = await startFaultServer(sandbox.origin);
  process.env.MEMORAM_API_URL = `${server.origin}/api/v1`;
  const rejected = await connectedPerson(sandbox, "tomas");
  await sandbox.control.decide(rejected.requestId, "rejected");
  const cast: Cast = {
    main: await connectedPerson(sandbox, "wanjiru"),
    trash: await connectedPerson(sandbox, "noor"),
    rejected,
  };
  const { apiKey, clientSecret } = sandbox.settings;
  const people = await sandbox.control.people();
  const { NEXTAUTH_SECRET, VAULT_KEYS } = env();
  const secrets = [
    ...[upstreamWords, "<html", apiKey, clientSecret, NEXTAUTH_SECRET],
    ...VAULT_KEYS.split(",").map((entry) => entry.slice(entry.indexOf(":") + 1)),
    ...people.flatMap(({ memoryKey, encryptionKey }) => [memoryKey, encryptionKey]),
    ...[cast.main, cast.trash, cast.rejected].map(({ token }) => token),
  ];
  /** The developer JWTs that were sent; every one begins like this. */
  const jwt = "eyJhbGciOi";
  const ids = people.map(({ id }) => id);
  const notTheirs = ids.filter((id) => id !== cast.trash.memoram.id);
  const connections = watchConnections();
  const faults = faultsOf(elsewhere.origin);

  /** In time, without a word of Memoram's and without a secret. */
  function expectTellsNothing({ name, answer }: Asked): void {
    const told = JSON.stringify([...answer.headers]) + answer.text;
    for (const secret of [...secrets, jwt, ...(name === EXPORT ? notTheirs : ids)])
      expect([name, told.includes(secret)]).toEqual([name, false]);
    expect([name, answer.ms < MOST_MS]).toEqual([name, true]);
  }

  return {
    sandbox,
    server,
    cast,
    fault(name: string): Fault {
      const fault = faults[name];
      if (!fault) throw new Error(`There is no fault ${name}.`);
      return fault;
    },
    /**
     * The app anew, as if it had just started: it remembers nothing of the fault before. Without its
     * breaker every operation meets the fault itself, and not what others have learned of it.
     */
    async freshApp({ withBreaker = false } = {}) {
      await server.pass();
      vi.resetModules();
      const { breakerLimits } = await import("@/lib/memoram/breaker");
      if (!withBreaker) Object.assign(breakerLimits, { opensAfter: Number.POSITIVE_INFINITY });
      const { scenariosOf, setScene } = await import("./scenarios");
      return {
        ...scenariosOf(sandbox, cast),
        setScene: (seen: "long ago" | "just now") => setScene(cast, seen),
      };
    },
    /** Readies all, plays the fault, asks all at once, or as many as the fault allows. */
    async playTo(
      scenarios: Scenario[],
      { atOnce = scenarios.length }: Fault,
      play: () => Promise<void>,
    ): Promise<Asked[]> {
      const asks = await Promise.all(scenarios.map(({ prepare }) => prepare()));
      connections.length = 0;
      await play();
      server.clear();
      const asked: Asked[] = [];
      const queue = asks.entries();
      const askInTurn = async () => {
        for (const [at, ask] of queue) asked[at] = await timed(scenarios[at]?.name ?? "", ask);
      };
      await Promise.all(Array.from({ length: atOnce }, askInTurn));
      return asked;
    },
    /** The documented problem; for the way back from Memoram, our page that names it. */
    expectFailure(asked: Asked, { code, retryAfter }: Fault): void {
      const { name, answer } = asked;
      expectTellsNothing(asked);
      if (name === "sign-in") {
        const told = [name, answer.status, answer.location];
        expect(told).toEqual([name, 302, `${origin}/signin?error=${code}`]);
        return;
      }
      const problem = problemSchema.strict().parse(JSON.parse(answer.text));
      expect([name, problem.code]).toEqual([name, code]);
      expect(answer.status).toBe(problem.status);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const [least = 0, most = 0] = retryAfter ?? [];
      const seconds = Number(answer.headers.get("retry-after") ?? 0);
      expect([name, seconds, seconds >= least && seconds <= most]).toEqual([name, seconds, true]);
    },
    expectSuccess(asked: Asked): void {
      expectTellsNothing(asked);
      const { name, answer } = asked;
      expect([name, answer.status < 300, answer.text]).toEqual([name, true, answer.text]);
    },
    /** Nothing was followed elsewhere, and nobody read more of an answer than the limit. */
    expectBounds(): void {
      expect(elsewhere.visits()).toBe(0);
      for (const { bytesRead } of connections) {
        expect(bytesRead).toBeLessThan(transportLimits.bodyBytes + MB);
      }
    },
    /** The most that came in over one connection since the last play, in bytes. */
    mostRead: () => Math.max(0, ...connections.map(({ bytesRead }) => bytesRead)),
    async close(): Promise<void> {
      await server.close();
      await elsewhere.close();
      await sandbox.close();
    },
  };
}
