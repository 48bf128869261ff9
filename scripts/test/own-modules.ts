import { afterAll, vi } from "vitest";

/*
 * Set-up of every file of integration tests. Files share the process of their worker, as starting one
 * and importing Next and Prisma takes longer than most files do; each has modules and settings of its
 * own all the same.
 */
vi.resetModules();

const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) {
    if (!Object.hasOwn(before, name)) delete process.env[name];
  }
  Object.assign(process.env, before);
});
