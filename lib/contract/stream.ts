import "@/lib/contract/no-eval";
import { z } from "zod";

/**
 * The last line of `GET /api/memories/stream` when everything was sent: `count` memories. Where
 * something failed on the way the last line is a problem object instead; a stream that ends with
 * neither was cut off.
 */
export const streamEndSchema = z.object({ done: z.literal(true), count: z.number().int() });
export type StreamEnd = z.infer<typeof streamEndSchema>;
