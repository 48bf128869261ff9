"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Stage } from "./stage";

interface FailureProps {
  /** Next's digest of the error: the same text stands in the server's log. */
  digest: string | undefined;
  onRetry: () => void;
}

/** What stands in place of a page that failed. Says what holds for the memories, and what to do. */
export function Failure({ digest, onRetry }: FailureProps) {
  const t = useTranslations("ui");
  const common = useTranslations("common");
  return (
    <Stage title={t("failureTitle")} lead={<p>{t("failureDetail")}</p>}>
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          {common("tryAgain")}
        </Button>
        <Button variant="quiet" asChild>
          {/* A full load: what failed may sit in this page's memory. */}
          <a href="/">{t("backToStart")}</a>
        </Button>
      </div>
      {digest !== undefined && (
        <p className="mt-8 text-ink-3 text-small">
          {t.rich("failureDigest", {
            digest,
            code: (text) => <code className="select-all break-all font-mono">{text}</code>,
          })}
        </p>
      )}
    </Stage>
  );
}
