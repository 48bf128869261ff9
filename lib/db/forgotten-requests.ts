import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { db } from "@/lib/db/client";
import { env, secrets } from "@/lib/env";

/** Keyed: a dump does not let anyone who knows an id confirm that it was one of ours. */
export function forgottenHash(id: string, secret: string = env().NEXTAUTH_SECRET): string {
  const key = hkdfSync("sha256", secret, "", "keepsake forgotten request", 32);
  return createHmac("sha256", Buffer.from(key)).update(id).digest("base64url");
}

/**
 * Whether an access request was that of somebody who has deleted their account, under the present
 * secret or one before it.
 */
export async function wasForgotten(id: string): Promise<boolean> {
  const idHash = { in: secrets().map((secret) => forgottenHash(id, secret)) };
  return (await db().forgottenRequest.count({ where: { idHash } })) > 0;
}
