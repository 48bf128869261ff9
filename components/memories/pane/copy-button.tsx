"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "./toolbar-button";

/** Copies a text as it was written, Markdown signs included. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("pane.copy");
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(t("refused"));
    }
  };
  return (
    <>
      <ToolbarButton
        icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        label={isCopied ? t("done") : t("verb")}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
