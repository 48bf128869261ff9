import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { jsonOf, type MemoramHttp } from "@/lib/memoram/http";
import { timestampSchema } from "@/lib/memoram/schemas";

const statusSchema = z.enum(["pending", "approved", "rejected", "revoked"]);
export type AccessStatus = z.infer<typeof statusSchema>;

/** AccessRequest [D]: camelCase but for `user_id`, which is there once the person is linked. */
const accessRequestSchema = z
  .object({
    id: z.string().min(1).max(255),
    status: statusSchema,
    reason: z.string().nullish(),
    memoryKey: z.string().nullish(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .transform((request) => ({
    ...request,
    reason: request.reason ?? null,
    memoryKey: request.memoryKey ?? null,
  }));
export type AccessRequest = z.infer<typeof accessRequestSchema>;

/**
 * The list holds everybody's requests to this developer account. One that does not read as
 * documented is nobody's whom we look for: it is left out, and stands in nobody's way.
 */
const listSchema = z.object({ items: z.array(z.unknown()) }).transform(({ items }) =>
  items.flatMap((item) => {
    const { data } = accessRequestSchema.safeParse(item);
    return data ? [data] : [];
  }),
);

/** Credentials [D]: snake_case; the encryption key is a hex string, checked where it is used. */
const credentialsSchema = z
  .object({
    user_id: z.string().min(1),
    memory_key: z.string().min(1),
    encryption_key: z.string().regex(/^[0-9a-f]{64}$/i),
    key_version: z.number(),
  })
  .transform((answer) => ({
    memoramUserId: answer.user_id,
    memoryKey: answer.memory_key,
    encryptionKey: answer.encryption_key,
    keyVersion: answer.key_version,
  }));
export type Credentials = z.infer<typeof credentialsSchema>;

/** The four calls about access requests [D]. */
export function accessRequests(http: MemoramHttp) {
  return {
    /** `POST /access-requests`: `reason` has at most 255 characters; answers `pending`. */
    create: (memoryKey: string, reason: string): Promise<AccessRequest> =>
      http({
        method: "POST",
        path: "/access-requests",
        json: { memoryKey, reason },
        read: jsonOf(accessRequestSchema),
      }),

    /** `GET /access-requests`: every request of this developer account. */
    list: (): Promise<AccessRequest[]> =>
      http({ method: "GET", path: "/access-requests", read: jsonOf(listSchema) }),

    /**
     * `GET /access-requests/{id}`. `callMs` bounds the whole call.
     * @throws MemoramStatusError 404 for an id that is gone.
     */
    read: async (id: string, callMs?: number): Promise<AccessRequest> => {
      const path = `/access-requests/${encodeURIComponent(id)}`;
      const request = await http({
        method: "GET",
        path,
        read: jsonOf(accessRequestSchema),
        callMs,
      });
      if (request.id !== id) {
        throw new AppError("memoram-bad-response", { cause: new Error("Another id.") });
      }
      return request;
    },

    /**
     * `GET /access-requests/{id}/credentials`, for approved requests only.
     * @throws MemoramStatusError 403 while it is pending, rejected or revoked.
     */
    credentials: (id: string, callMs?: number): Promise<Credentials> =>
      http({
        method: "GET",
        path: `/access-requests/${encodeURIComponent(id)}/credentials`,
        read: jsonOf(credentialsSchema),
        callMs,
      }),
  };
}
export type AccessRequestsApi = ReturnType<typeof accessRequests>;
