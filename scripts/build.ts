import { spawn } from "node:child_process";
import nextEnv from "@next/env";
import { databaseUrlProblem } from "./lib/connection-failure";
import { ensureGenerated } from "./lib/generate";
import { migrate } from "./lib/migrate";
import { root } from "./lib/paths";
import { runMain, Sentence } from "./lib/sentence";

/**
 * `npm run build`: the database client, the migrations, the app. Two builds at once against one
 * database are safe: one migrates, the other waits for it.
 */
await runMain(async () => {
  nextEnv.loadEnvConfig(root, false, { info: () => undefined, error: console.error });
  const url = process.env.DATABASE_URL;
  const problem = databaseUrlProblem(url);
  if (problem !== undefined) throw new Sentence(`A build applies the migrations. ${problem}`);

  await ensureGenerated();
  const applied = await migrate({ url, say: console.log });
  console.log(
    applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.",
  );
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  return new Promise<number>((resolve, reject) => {
    next.once("error", reject);
    next.once("exit", (code) => resolve(code ?? 1));
  });
});
