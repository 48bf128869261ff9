import type { Metadata } from "next";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("shell");
  return { title: t("memories") };
}

/** The layout shows the list. */
export default function MemoriesPage() {
  return null;
}
