import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createTokenIssuer } from "./api/developer-token";
import { createApp } from "./app";
import type { SandboxContext } from "./context";
import { CallLog } from "./control/calls";
import { createControl, type SandboxControl } from "./control/control";
import { Faults } from "./control/faults";
import { connectorId, seedMissing } from "./seed/seed";
import { defaultSettings, type SandboxSettings } from "./settings";
import type { Database } from "./store/database";
import { openStore, storeSecret } from "./store/open-store";

export interface RunningSandbox {
  origin: string;
  /** `<origin>/api/v1` */
  apiUrl: string;
  authorizeUrl: string;
  tokenUrl: string;
  dashboardUrl: string;
  settings: SandboxContext["settings"];
  control: SandboxControl;
  /** Stops listening, cuts what is open, ends what is begun and closes the store. */
  close(): Promise<void>;
}

type Handler = (request: Request, env: object) => Response | Promise<Response>;

const notReady: Handler = () =>
  new Response("The sandbox is starting.", { status: 503, headers: { "retry-after": "1" } });

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("The sandbox listens on no port."));
    });
  });
}

/** Lets answers under way finish for a moment, then cuts whatever is still open. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), 300);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
  });
}

/**
 * Starts a sandbox in this process. Unlike `main.ts` it takes a free port and keeps its store in
 * memory unless told otherwise, and it remembers its calls and can be made to fail: see `control`.
 * @throws the system's error (`EADDRINUSE`) when the port is taken, `FolderInUseError` when another
 *   process has the store open, `SettingsError` when the store is of another version
 */
export async function startSandbox(
  options: Partial<SandboxSettings> = {},
): Promise<RunningSandbox> {
  const asked = { ...defaultSettings, port: 0, dataDir: "memory://", ...options };
  let handler: Handler = notReady;
  const server = createServer(
    getRequestListener((request, env) => handler(request, env), { overrideGlobalObjects: false }),
  );
  // Only this machine, unless the sandbox was given a name of its own.
  const hostname = asked.origin === null ? "localhost" : new URL(asked.origin).hostname;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const host = local ? hostname.replace(/[[\]]/g, "") : undefined;
  // The port comes first: a second sandbox stops here, before it touches the first one's store.
  const port = await listen(server, asked.port, host);
  const origin = asked.origin ?? `http://localhost:${port}`;
  const settings = { ...asked, port, origin };

  let opened: Database | null = null;
  try {
    const database = await openStore(settings);
    opened = database;
    await seedMissing(database, settings.seedPeople);
    const secret = await storeSecret(database);
    const issuer = { secret, issuer: `${origin}/api/v1`, apiKey: settings.apiKey };
    const tokens = await createTokenIssuer(database, issuer);
    const context: SandboxContext = { settings, database, secret, tokens, connectorId };
    const watch = { calls: new CallLog(), faults: new Faults() };
    const app = createApp(context, watch);
    const working = new Set<Promise<Response>>();
    handler = (request, env) => {
      const answer = Promise.resolve(app.fetch(request, env));
      working.add(answer);
      const over = () => void working.delete(answer);
      answer.then(over, over);
      return answer;
    };

    let closing: Promise<void> | null = null;
    return {
      origin,
      apiUrl: `${origin}/api/v1`,
      authorizeUrl: `${origin}/oauth/authorize`,
      tokenUrl: `${origin}/api/v1/oauth/token`,
      dashboardUrl: `${origin}/dashboard`,
      settings,
      control: createControl(context, watch),
      close() {
        watch.faults.close();
        closing ??= stop(server)
          // A caller who has left does not stop the work on an answer.
          .then(() => Promise.allSettled([...working, watch.faults.done()]))
          .then(() => database.close());
        return closing;
      },
    };
  } catch (error) {
    await stop(server);
    await opened?.close();
    throw error;
  }
}
