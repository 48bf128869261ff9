import "@/lib/contract/no-eval";
import { z } from "zod";
import { sentences } from "./sentences";
import { hasAtMost, isStorable } from "./text";

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
    .string(sentences.reasonText)
    .trim()
    .min(1, sentences.reasonMissing)
    .refine(hasAtMost(255), sentences.reasonLength)
    .refine(isStorable, sentences.notStorable)
    .optional(),
});

/** Body of `PUT /api/connection/memory-key`. */
export const pasteMemoryKeySchema = z.strictObject({
  memoryKey: z
    .string(sentences.memoryKeyMissing)
    .trim()
    .min(1, sentences.memoryKeyMissing)
    .refine(hasAtMost(1_024), sentences.memoryKeyLength)
    .refine(isStorable, sentences.notStorable),
});
