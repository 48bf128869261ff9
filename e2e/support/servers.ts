import { z } from "zod";

/** Where the servers of this run are; scripts/e2e-servers.ts says it when all of them answer. */
export const serversSchema = z.object({
  app: z.string(),
  sandbox: z.string(),
  control: z.string(),
  database: z.string(),
});

export type Servers = z.infer<typeof serversSchema>;

const variable = "KEEPSAKE_E2E_SERVERS";
const setsSchema = z.array(serversSchema).min(1);

/** Hands the addresses to the workers, which inherit the environment. */
export function announceServers(sets: Servers[]): void {
  process.env[variable] = JSON.stringify(sets);
}

/**
 * The servers that the worker with this index has for itself.
 * @throws when the journeys were not started through playwright.config.ts
 */
export function serversOf(parallelIndex: number): Servers {
  const sets = setsSchema.parse(JSON.parse(process.env[variable] ?? "null"));
  const servers = sets[parallelIndex];
  if (!servers) throw new Error(`There are no servers for worker ${parallelIndex}.`);
  return servers;
}
