import { join } from "node:path";
import nextEnv from "@next/env";
import { sandboxSettings } from "./lib/dev-settings";
import { keptSecrets } from "./lib/kept-secrets";
import { dataFolder, root } from "./lib/paths";
import { portProblems, readPort } from "./lib/ports";
import { startSandboxProcess } from "./lib/sandbox-process";
import { runMain, Sentence } from "./lib/sentence";
import { Supervisor } from "./lib/supervisor";

/** `npm run sandbox`: the stand-in for Memoram alone, with the settings and data of `npm run dev`. */
async function main(): Promise<undefined> {
  nextEnv.loadEnvConfig(root, true, { info: () => undefined, error: console.error });
  const port = readPort("SANDBOX_PORT", process.env.SANDBOX_PORT, 4010);
  const appPort = readPort("PORT", process.env.PORT, 3000);
  const need = { name: "SANDBOX_PORT", port, what: "the sandbox" };
  const problems = await portProblems([need], "npm run sandbox");
  if (problems.length > 0) throw new Sentence(problems.join("\n"));

  const settings = sandboxSettings(await keptSecrets(join(dataFolder, "settings.json")), {
    port,
    appOrigin: process.env.NEXTAUTH_URL || `http://localhost:${appPort}`,
    dataDir: join(dataFolder, "sandbox"),
  });
  const supervisor = new Supervisor();
  const { origin } = await startSandboxProcess(settings, {
    onStart: (child) => supervisor.add(child),
  });
  console.log(`
  The sandbox is running.

  Dashboard  ${origin}/dashboard
  API        ${origin}/api/v1
  Keys       in .data/settings.json
  Stop       Ctrl-C
`);
}

await runMain(main);
