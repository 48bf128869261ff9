import "server-only";
import type { Readiness } from "@/lib/contract/health";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { memoram } from "@/lib/services/runtime";

const within = <T>(work: Promise<T>, ms: number) =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new AppError("internal")), ms).unref();
    }),
  ]);

async function up(work: () => Promise<unknown>): Promise<"up" | "down"> {
  try {
    await within(work(), 4_000);
    return "up";
  } catch {
    return "down";
  }
}

/** Anyone may ask, so the dependencies are asked at most once in this time. */
const GOOD_FOR_MS = 2_000;
let last: { at: number; result: Promise<Readiness> } | undefined;

async function check(): Promise<Readiness> {
  const [database, upstream] = await Promise.all([
    up(() => db().$queryRaw`SELECT 1`),
    up(() => memoram().ping()),
  ]);
  const status = database === "up" && upstream === "up" ? "ready" : "degraded";
  return { status, checks: { database, memoram: upstream } };
}

/** Which dependencies answer, by name: no address, no reason, no secret. */
export function readiness(): Promise<Readiness> {
  if (!last || Date.now() - last.at > GOOD_FOR_MS) last = { at: Date.now(), result: check() };
  return last.result;
}
