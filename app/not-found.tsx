import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Stage } from "@/components/ui/stage";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("shell");
  return { title: t("nothingHere") };
}

export default async function NotFound() {
  const t = await pageTranslations("shell");
  const common = await pageTranslations("common");
  const ui = await pageTranslations("ui");
  return (
    <Stage title={t("nothingTitle")} lead={<p>{t("nothingDetail")}</p>}>
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" asChild>
          <Link href="/memories" prefetch={false}>
            {common("openMemories")}
          </Link>
        </Button>
        <Button variant="quiet" asChild>
          <Link href="/" prefetch={false}>
            {ui("backToStart")}
          </Link>
        </Button>
      </div>
    </Stage>
  );
}
