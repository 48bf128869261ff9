"use client";

import { X } from "lucide-react";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { TagDot } from "@/components/ui/tag-dot";

type ChosenTagProps = {
  name: string;
  color: string | null | undefined;
  /** Memoram has no tag of this name yet. */
  isNew: boolean;
  buttonProps: ComponentProps<"button">;
  onRemove: () => void;
};

/** A tag in the tags field, ending in the button that takes it away. */
export function ChosenTag({ name, color, isNew, buttonProps, onRemove }: ChosenTagProps) {
  const t = useTranslations("tagField");
  return (
    <span className="flex h-6 min-w-0 max-w-full items-center gap-1.5 rounded-small bg-accent-soft ps-2 text-small pointer-coarse:h-11">
      <TagDot color={color} />
      <bdi className="truncate">{name}</bdi>
      {isNew && <span className="shrink-0 text-ink-3">{t("newTag")}</span>}
      <button
        type="button"
        {...buttonProps}
        onClick={onRemove}
        aria-label={t("remove", { name })}
        className={cn(
          "grid size-6 shrink-0 place-items-center rounded-small hover:text-danger",
          "focus-visible:-outline-offset-2 pointer-coarse:size-11",
        )}
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
