import { join } from "node:path";
import nextEnv from "@next/env";
import { readableAppLine } from "./lib/app-output";
import { startChild, untilReady } from "./lib/children";
import { describeDatabase } from "./lib/connection-failure";
import { takeDevLock } from "./lib/dev-lock";
import { type DevSettings, devSettings } from "./lib/dev-settings";
import { ensureGenerated } from "./lib/generate";
import { keptSecrets } from "./lib/kept-secrets";
import { migrate } from "./lib/migrate";
import { dataFolder, root } from "./lib/paths";
import { startPgliteProcess } from "./lib/pglite-process";
import { portProblems, readPort, waitForPort } from "./lib/ports";
import { startSandboxProcess } from "./lib/sandbox-process";
import { runMain, Sentence } from "./lib/sentence";
import { Supervisor } from "./lib/supervisor";

const say = (line: string) => console.log(line);
const secretsPath = join(dataFolder, "settings.json");

async function assertPortsFree(settings: DevSettings): Promise<void> {
  const { appPort, sandboxPort, databasePort } = settings;
  const needs = [{ name: "PORT", port: appPort, what: "the app" }];
  if (sandboxPort !== null) {
    needs.push({ name: "SANDBOX_PORT", port: sandboxPort, what: "the sandbox" });
  }
  if (databasePort !== null) {
    needs.push({ name: "DATABASE_PORT", port: databasePort, what: "the database" });
  }
  const problems = await portProblems(needs, "npm run dev");
  if (problems.length > 0) throw new Sentence(problems.join("\n"));
}

function panel(settings: DevSettings, databaseUrl: string): string {
  const { app, sandbox, databasePort, generated } = settings;
  const where = describeDatabase(databaseUrl);
  const rows = [
    ["App", app.NEXTAUTH_URL],
    sandbox.SANDBOX_ORIGIN
      ? ["Sandbox", `${sandbox.SANDBOX_ORIGIN}/dashboard  (stands in for Memoram)`]
      : ["Memoram", process.env.MEMORAM_API_URL || "https://api.memoram.app/api/v1"],
    ["Database", databasePort === null ? where : `${databaseUrl}  (PGlite)`],
    ["Data", ".data, kept between starts; delete it to begin anew"],
    generated.length > 0
      ? ["Settings", `made for you: ${generated.join(", ")}; kept in .data/settings.json`]
      : ["Settings", "all of them yours"],
    ["Stop", "Ctrl-C"],
  ];
  const lines = rows.map(([name = "", value]) => `  ${name.padEnd(10)}${value}`);
  const next = sandbox.SANDBOX_ORIGIN
    ? "\n\n  Open the app, press Continue with Memoram, and approve in the sandbox's dashboard."
    : "";
  return `\n  Keepsake is running.\n\n${lines.join("\n")}${next}\n`;
}

/**
 * `npm run dev`: database, migrations, sandbox and app, with whatever of it was not configured.
 * Arguments go to `next dev`; `--verbose` shows everything that the children write.
 */
async function main(): Promise<undefined> {
  nextEnv.loadEnvConfig(root, true, { info: () => undefined, error: console.error });
  const appUrl = `http://localhost:${readPort("PORT", process.env.PORT, 3000)}`;

  const supervisor = new Supervisor();
  const lock = await takeDevLock(join(dataFolder, "dev.lock"), appUrl);
  if ("runningAt" in lock) {
    throw new Sentence(`Keepsake is already running at ${lock.runningAt}: use that, or stop it.`);
  }
  supervisor.finally(lock.release);
  try {
    const settings = devSettings(process.env, await keptSecrets(secretsPath), dataFolder);
    await assertPortsFree(settings);
    await startAll(supervisor, settings);
  } catch (error) {
    // Whoever pressed Ctrl-C while things were starting wants to hear of no failed start.
    if (!supervisor.isStopping) {
      console.error(error instanceof Sentence ? error.message : error);
      await supervisor.end(1);
    }
  }
}

async function startAll(supervisor: Supervisor, settings: DevSettings): Promise<void> {
  const extra = process.argv.slice(2);
  const verbose = extra.includes("--verbose");
  if (await ensureGenerated()) say("Made the database client from prisma/schema.prisma.");

  let databaseUrl = process.env.DATABASE_URL ?? "";
  if (settings.databasePort !== null) {
    say("Starting the database.");
    const database = await startPgliteProcess({
      dataDir: join(dataFolder, "postgres"),
      port: settings.databasePort,
      onStart: (child) => supervisor.add(child),
    });
    databaseUrl = database.url;
  }
  for (const name of await migrate({ url: databaseUrl, say })) say(`Applied migration ${name}.`);

  if (settings.sandboxPort !== null) {
    say("Starting the sandbox.");
    await startSandboxProcess(settings.sandbox, { onStart: (child) => supervisor.add(child) });
  }

  say("Starting the app.");
  const app = startChild({
    name: "The app",
    args: [
      "node_modules/next/dist/bin/next",
      "dev",
      ...["--port", String(settings.appPort), "--hostname", "localhost"],
      ...extra.filter((argument) => argument !== "--verbose"),
    ],
    env: {
      LOG_LEVEL: process.env.LOG_LEVEL || "warn",
      ...settings.app,
      DATABASE_URL: databaseUrl,
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
    },
    onLine: (line, stream) => {
      const shown = verbose ? line : readableAppLine(line);
      if (shown === null || supervisor.isStopping) return;
      const write = stream === "stderr" ? console.error : console.log;
      write(`app │ ${shown}`);
    },
  });
  supervisor.add(app);
  await untilReady(app, waitForPort(settings.appPort), 120_000);
  say(panel(settings, databaseUrl));
  // The first page is compiled while the person is still reading where to click.
  await fetch(`http://localhost:${settings.appPort}/`).catch(() => undefined);
}

await runMain(main);
