import type { Metadata } from "next";
import { ActivityView } from "@/components/activity/activity-view";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("activity");
  return { title: t("title") };
}

export default function ActivityPage() {
  return <ActivityView />;
}
