import { readSettings, SettingsError } from "./settings";
import { type RunningSandbox, startSandbox } from "./start";
import { FolderInUseError } from "./store/folder-lock";

/** What went wrong, as one sentence for the person at the terminal. */
function explain(error: unknown, port: number | null): string {
  if (error instanceof SettingsError || error instanceof FolderInUseError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return `Port ${port} is in use; stop what listens there, or set SANDBOX_PORT to another one.`;
  }
  if (code === "EACCES") {
    return `Port ${port} or the data folder may not be used by this account; set SANDBOX_PORT or SANDBOX_DATA_DIR.`;
  }
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") {
    return "The database of SANDBOX_DATABASE_URL cannot be reached.";
  }
  return `The sandbox stopped: ${error instanceof Error ? error.message : String(error)}`;
}

let running: RunningSandbox | null = null;
let leaving = false;

async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  // Before it is ready there is nothing to close: seeding is one transaction per person.
  try {
    await running?.close();
    process.exit(0);
  } catch (error) {
    console.error(explain(error, null));
    process.exit(1);
  }
}

process.on("SIGTERM", leave);
process.on("SIGINT", leave);
// The parent that started us is gone: do not outlive it.
if (process.send) process.on("disconnect", leave);

let port: number | null = null;
try {
  const settings = readSettings(process.env);
  port = settings.port;
  running = await startSandbox(settings);
  console.log(`sandbox ready ${running.origin}`);
} catch (error) {
  console.error(explain(error, port));
  process.exit(1);
}
