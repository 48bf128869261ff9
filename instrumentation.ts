/** Runs once when a server starts: a server with bad settings does not start. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkSettings } = await import("@/lib/startup");
  checkSettings();
}
