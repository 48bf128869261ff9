"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { CheckedLine } from "./checked-line";

interface PendingCardProps {
  /** What Memoram shows the person beside the request. */
  reason: string | null;
  dashboardUrl: string;
  checkedAt: number;
  failing: boolean;
}

/** The request as it stands in Memoram, and the way there. */
export function PendingCard({ reason, dashboardUrl, checkedAt, failing }: PendingCardProps) {
  const t = useTranslations("connect");
  return (
    <div className="me-4 grid gap-3 rounded-[12px] border border-line bg-raised px-5 py-[18px] shadow-float">
      {reason !== null && (
        <blockquote className="border-accent border-s-2 ps-[14px] font-serif text-[16.5px] text-ink-2 italic leading-[25px]">
          {t("quote", { reason })}
        </blockquote>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" asChild>
          <a href={dashboardUrl} target="_blank" rel="noopener">
            {t("openDashboard")}
            <ExternalLink aria-hidden="true" />
            <VisuallyHidden>{t("inNewTab")}</VisuallyHidden>
          </a>
        </Button>
        <CheckedLine checkedAt={checkedAt} failing={failing} />
      </div>
    </div>
  );
}
