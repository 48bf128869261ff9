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

/** Hands the addresses to the workers, which inherit the environment. */
export function announceServers(servers: Servers): void {
  process.env[variable] = JSON.stringify(servers);
}

/** @throws when the journeys were not started through playwright.config.ts */
export function runningServers(): Servers {
  return serversSchema.parse(JSON.parse(process.env[variable] ?? "null"));
}
