import type { Metadata } from "next";
import { TrashView } from "@/components/trash/trash-view";
import { requireConnectedPage } from "@/lib/auth/page-session";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("trash");
  return { title: t("title") };
}

export default async function TrashPage() {
  await requireConnectedPage();
  return <TrashView />;
}
