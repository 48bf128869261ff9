import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../sandbox/start";
import { startChild, untilReady } from "./lib/children";
import { memoramOfSandbox, sandboxSettings } from "./lib/dev-settings";
import { serveControl } from "./lib/e2e-control";
import { makeSecrets } from "./lib/kept-secrets";
import { migrate } from "./lib/migrate";
import { startPgliteProcess } from "./lib/pglite-process";
import { nextFreePort, waitForPort } from "./lib/ports";
import { runMain } from "./lib/sentence";
import { Supervisor } from "./lib/supervisor";

/** Settings that a .env file may hold and that must not reach the journeys; empty means not set. */
const unset = [
  ...["MEMORAM_TOKEN_URL", "MEMORAM_SCOPE", "MEMORAM_TOKEN_AUTH_METHOD"],
  ...["MEMORAM_CONTENT_FORMAT", "MEMORAM_ACCESS_REASON", "CRON_SECRET"],
  ...["GITHUB_ID", "GITHUB_SECRET", "GOOGLE_ID", "GOOGLE_SECRET"],
];

/**
 * Everything the browser journeys run against: the production build that is there, with a sandbox
 * and a database of their own, all data and secrets new. Tells its parent where everything is, and
 * ends when the parent does.
 */
async function main(): Promise<undefined> {
  const supervisor = new Supervisor({ quiet: true });
  const folder = await mkdtemp(join(tmpdir(), "keepsake-e2e-"));
  supervisor.finally(() => rm(folder, { recursive: true, force: true }));
  try {
    await startAll(supervisor, folder);
  } catch (error) {
    if (!supervisor.isStopping) console.error(error);
    await supervisor.end(1);
  }
}

async function startAll(supervisor: Supervisor, folder: string): Promise<void> {
  // Unusual ports, so that a development server may go on running beside; each set looks for
  // free ones in a range of its own, and each run begins elsewhere in it: between finding a port
  // and listening on it, another run must not find the same one.
  const first = 50 * Number(process.argv[2] ?? 0) + (process.ppid % 40);
  const appPort = await nextFreePort(3210 + first);
  const sandboxPort = await nextFreePort(4210 + first);
  const databasePort = await nextFreePort(54_390 + first);
  const appOrigin = `http://localhost:${appPort}`;

  const secrets = makeSecrets();
  const environment = sandboxSettings(secrets, {
    port: sandboxPort,
    appOrigin,
    dataDir: join(folder, "sandbox"),
  });
  const [database, sandbox] = await Promise.all([
    startPgliteProcess({ port: databasePort, onStart: (child) => supervisor.add(child) }),
    startSandbox({
      port: sandboxPort,
      apiKey: secrets.SANDBOX_API_KEY,
      clientId: secrets.SANDBOX_CLIENT_ID,
      clientSecret: secrets.SANDBOX_CLIENT_SECRET,
      redirectUris: [`${appOrigin}/api/auth/callback/memoram`],
    }),
  ]);
  supervisor.finally(() => sandbox.close());
  await migrate({ url: database.url });

  const app = startChild({
    name: "The app",
    args: [
      "node_modules/next/dist/bin/next",
      "start",
      ...["--port", String(appPort), "--hostname", "localhost"],
    ],
    env: {
      ...Object.fromEntries(unset.map((name) => [name, ""])),
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      NEXTAUTH_URL: appOrigin,
      NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
      VAULT_KEYS: secrets.VAULT_KEYS,
      ...memoramOfSandbox(environment),
      LOG_LEVEL: "warn",
    },
    onLine: (line, stream) => {
      if (stream === "stderr" || line.startsWith("{")) console.error(`app │ ${line}`);
    },
  });
  supervisor.add(app);
  await untilReady(app, waitForPort(appPort), 60_000);

  const control = await serveControl(sandbox.control, database.url);
  supervisor.finally(control.close);
  process.send?.({
    app: appOrigin,
    sandbox: sandbox.origin,
    control: control.url,
    database: database.url,
  });
}

await runMain(main);
