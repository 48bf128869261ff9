/**
 * Preloaded into every long-running child and what it forks: when its parent ends, however it
 * ends, so does the child. The channel between them closes even when the parent is killed, and on
 * every system.
 */
if (process.connected === false) process.exit(0);
if (process.connected) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    const handled = process.emit("SIGTERM", "SIGTERM");
    if (!handled) process.exit(0);
  });
}
