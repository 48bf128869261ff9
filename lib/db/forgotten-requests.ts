import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

/** Keyed: a dump does not let anyone who knows an id confirm that it was one of ours. */
export function forgottenHash(id: string): string {
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake forgotten request", 32);
  return createHmac("sha256", Buffer.from(key)).update(id).digest("base64url");
}

/** Whether an access request was that of somebody who has deleted their account. */
export async function wasForgotten(id: string): Promise<boolean> {
  const idHash = forgottenHash(id);
  return (await db().forgottenRequest.findUnique({ where: { idHash } })) !== null;
}
