"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { PaneNotice } from "./pane-notice";

type KeptWordsProps = {
  /** When they were kept, in milliseconds since 1970. */
  at: number;
  onDiscard: () => void;
  /** Leads to the form, where it is not open. */
  onGoOn?: () => void;
};

/** Words of this tab that are not saved are there again. */
export function KeptWords({ at, onDiscard, onGoOn }: KeptWordsProps) {
  const t = useTranslations("form.draft");
  const time = () => <RelativeTime value={new Date(at).toISOString()} format={formatOf(at)} />;
  return (
    <PaneNotice
      role="status"
      title={t.rich(onGoOn ? "waiting" : "back", { time })}
      actions={
        <>
          {onGoOn && (
            <Button size="sm" onClick={onGoOn}>
              {t("goOn")}
            </Button>
          )}
          <Button size="sm" variant="quiet" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </>
      }
    />
  );
}

/** "14:32" as long as that is of today. */
const formatOf = (at: number) =>
  new Date(at).toDateString() === new Date().toDateString() ? "clock" : "ago";
