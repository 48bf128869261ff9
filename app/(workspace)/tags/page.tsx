import type { Metadata } from "next";
import { TagPage } from "@/components/tag-page/tag-page";
import { requireConnectedPage } from "@/lib/auth/page-session";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("tagPage");
  return { title: t("title") };
}

export default async function Tags() {
  await requireConnectedPage();
  return <TagPage />;
}
