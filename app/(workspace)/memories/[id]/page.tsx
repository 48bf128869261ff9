import type { Metadata } from "next";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("common");
  return { title: t("memory") };
}

/** The layout shows the memory; whether there is one, our API answers to the browser. */
export default function MemoryPage() {
  return null;
}
