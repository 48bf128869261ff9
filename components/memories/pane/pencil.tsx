"use client";

import { Pencil as Icon } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FieldName } from "@/components/memories/form/wanted-field";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";

type PencilProps = { field: FieldName; onStart: (field: FieldName) => void; className?: string };

/**
 * Begins editing one field: in the margin beside it, on hover and on focus. A finger has the Edit
 * button, and no hover.
 */
export function Pencil({ field, onStart, className }: PencilProps) {
  const t = useTranslations("pane");
  return (
    <IconButton
      size="sm"
      label={t(`change.${field}`)}
      onClick={() => onStart(field)}
      className={cn(
        "absolute -start-8 opacity-0 focus-visible:opacity-100 group-hover/spot:opacity-100",
        "pointer-coarse:hidden [&_svg]:size-3.5",
        className,
      )}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
