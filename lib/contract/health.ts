import "@/lib/contract/no-eval";
import { z } from "zod";

/** `GET /api/health/ready`: each dependency by name; no addresses, no secrets. */
export const readinessSchema = z.object({
  status: z.enum(["ready", "degraded"]),
  checks: z.object({
    database: z.enum(["up", "down"]),
    memoram: z.enum(["up", "down"]),
  }),
});
export type Readiness = z.infer<typeof readinessSchema>;
