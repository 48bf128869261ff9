import { parseArgs } from "node:util";
import { startPglite } from "./lib/pglite";
import { runMain } from "./lib/sentence";

/**
 * A database in a process of its own, so that its work does not hold up whoever started it.
 * `--data` names its folder (without it: memory), `--port` its port (without it: any free one).
 * Tells its parent `{ url }` and ends when the parent does.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, port: { type: "string", default: "0" } },
  });
  const database = await startPglite({
    ...(values.data ? { dataDir: values.data } : {}),
    port: Number(values.port),
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await database.stop();
    process.exit(0);
  };
  // Ctrl-C reaches the whole group; the parent decides the order in which its children end.
  process.on("SIGINT", () => (process.send ? undefined : stop()));
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);

  if (process.send) process.send({ url: database.url });
  else console.log(`${database.url}`);
}

await runMain(async () => {
  await main();
  return 0;
});
