import type { Metadata } from "next";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("common");
  return { title: t("newMemory") };
}

/** The layout shows the form. */
export default function NewMemoryPage() {
  return null;
}
