import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Lets in whoever knows `CRON_SECRET`, sent as `Authorization: Bearer …` as Vercel Cron does. The
 * comparison takes as long for a good guess as for a bad one.
 * @throws AppError not-found where there is no such setting; unauthenticated.
 */
export function assertScheduler(headers: Headers): void {
  const secret = env().CRON_SECRET;
  if (secret === undefined) throw new AppError("not-found");
  const given = headers.get("authorization") ?? "";
  if (!timingSafeEqual(digest(given), digest(`Bearer ${secret}`))) {
    throw new AppError("unauthenticated");
  }
}
