import type { Metadata } from "next";
import { ConnectView } from "@/components/connect/connect-view";
import { safePath } from "@/components/landing/safe-path";
import { requirePageUserId } from "@/lib/auth/page-session";
import { keyOrigin } from "@/lib/services/connection/connection";

export const metadata: Metadata = { title: "Connect to Memoram" };

interface ConnectProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function Connect({ searchParams }: ConnectProps) {
  const userId = await requirePageUserId();
  const path = safePath((await searchParams).next, "/memories");
  // This page is no place to move on to.
  const next = /^\/connect\b/.test(path) ? "/memories" : path;
  return <ConnectView next={next} keyOrigin={await keyOrigin(userId)} />;
}
