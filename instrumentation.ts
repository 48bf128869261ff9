/** Runs once when a server starts: one with bad settings does not. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkSettings } = await import("@/lib/startup");
  checkSettings();
  const { refuseTrace } = await import("@/lib/http/trace");
  refuseTrace();
  const { notePeers } = await import("@/lib/http/address");
  notePeers();
}
