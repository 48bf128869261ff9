import { parseArgs } from "node:util";
import { type LocalDatabase, startPglite } from "./lib/pglite";
import { runMain } from "./lib/sentence";

/**
 * A database in a process of its own, so that its work does not hold up whoever started it.
 * `--data` names its folder (without it: memory), `--port` its port (without it: any free one).
 * Tells its parent `{ url }` once it answers.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: { data: { type: "string" }, port: { type: "string", default: "0" } },
  });

  let database: LocalDatabase | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await database?.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);

  database = await startPglite({
    ...(values.data ? { dataDir: values.data } : {}),
    port: Number(values.port),
  });
  if (process.connected) process.send?.({ url: database.url });
  else if (!process.send) console.log(database.url);
  return 0;
});
