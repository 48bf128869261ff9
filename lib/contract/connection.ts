import "@/lib/contract/no-eval";
import { z } from "zod";
import { hasAtMost, isStorable, notStorable } from "./text";

export const connectionStatusSchema = z.enum([
  "none",
  "authorized",
  "pending",
  "approved",
  "rejected",
  "revoked",
  "disconnected",
]);
export type ConnectionStatus = z.infer<typeof connectionStatusSchema>;

/**
 * Where a person stands with Memoram. `reason` is the sentence that Memoram shows them with the
 * request, `dashboardUrl` where they approve it. Times are ISO 8601.
 */
export const connectionSchema = z.object({
  status: connectionStatusSchema,
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  requestedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  keyVersion: z.number().nullable(),
  dashboardUrl: z.string(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** Body of `POST /api/connection/access-request`; Memoram allows a reason of 255 characters. */
export const askForAccessSchema = z.strictObject({
  reason: z
    .string("The reason must be text.")
    .trim()
    .min(1, "The reason must not be empty.")
    .refine(hasAtMost(255), "The reason may have at most 255 characters.")
    .refine(isStorable, notStorable)
    .optional(),
});

/** Body of `PUT /api/connection/memory-key`. */
export const pasteMemoryKeySchema = z.strictObject({
  memoryKey: z
    .string("Paste your Memory Key.")
    .trim()
    .min(1, "Paste your Memory Key.")
    .refine(hasAtMost(1_024), "That is too long for a Memory Key.")
    .refine(isStorable, notStorable),
});
