import type { Metadata } from "next";
import { ConnectView } from "@/components/connect/connect-view";
import { safePath } from "@/components/landing/safe-path";
import { requirePageUserId } from "@/lib/auth/page-session";
import { pageTranslations } from "@/lib/i18n/request-locale";
import { keyOrigin } from "@/lib/services/connection/connection";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("connect");
  return { title: t("pageTitle") };
}

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
