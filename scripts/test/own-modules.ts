import { afterAll, vi } from "vitest";

/*
 * Set-up of every file of integration tests. Files share the process of their worker, as starting one
 * and importing Next and Prisma takes longer than most files do; each has modules, settings and a
 * clock of its own all the same. The database's connections are the worker's (lib/db/client.ts).
 */
vi.resetModules();

const before = { ...process.env };
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) {
    if (!Object.hasOwn(before, name)) delete process.env[name];
  }
  Object.assign(process.env, before);
});
