import { spawnSync } from "node:child_process";
import { ensureGenerated } from "./lib/generate";
import { root } from "./lib/paths";
import { runMain } from "./lib/sentence";

/** `npm run typecheck`: what the types depend on is made first, the routes' and the database's. */
await runMain(async () => {
  await ensureGenerated();
  const commands = [
    ["node_modules/next/dist/bin/next", "typegen"],
    ["node_modules/typescript/bin/tsc", "--noEmit"],
  ];
  for (const args of commands) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
    if (status === 0) continue;
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return status ?? 1;
  }
  return 0;
});
