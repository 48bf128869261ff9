import "server-only";
import { memoryKeyColumns } from "@/lib/services/connection/secrets";

/** What a connection is once it holds a key, sealed here, and has not asked with it yet. */
export async function freshKey<P extends "oauth" | "pasted">(
  userId: string,
  key: {
    provenance: P;
    memoryKey: string;
    userTokens: string | null;
    requestReference: string | null;
  },
) {
  return {
    status: "authorized",
    provenance: key.provenance,
    ...(await memoryKeyColumns(userId, key.memoryKey)),
    userTokens: key.userTokens,
    requestReference: key.requestReference,
    accessRequestId: null,
    reason: null,
    authorizedAt: new Date(),
    requestedAt: null,
    decidedAt: null,
    memoramUserId: null,
    encryptionKey: null,
    keyVersion: null,
    credentialsReadAt: null,
    checkedAt: null,
  } as const;
}
