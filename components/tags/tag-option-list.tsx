"use client";

import { Plus } from "lucide-react";
import { type ComponentProps, useEffect } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { TagDot } from "@/components/ui/tag-dot";
import type { TagOption } from "./tag-options";

type TagOptionListProps = {
  options: TagOption[];
  isOpen: boolean;
  highlighted: number;
  menuProps: ComponentProps<"ul">;
  itemProps: (option: TagOption, index: number) => ComponentProps<"li">;
};

/** What may be chosen, under the field. Always in the page, since the field points at it. */
export function TagOptionList({
  options,
  isOpen,
  highlighted,
  menuProps,
  itemProps,
}: TagOptionListProps) {
  const t = useTranslations("tagField");
  const { id } = menuProps;
  useEffect(() => {
    // On a phone the keyboard leaves little room: what is offered must not open out of sight.
    if (isOpen && id) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, id]);
  return (
    <ul
      {...menuProps}
      className={cn(
        "absolute inset-x-0 top-full z-20 mt-1 max-h-60 scroll-my-3 overflow-y-auto overscroll-contain rounded-card border border-line bg-raised p-1 shadow-float",
        !isOpen && "hidden",
      )}
    >
      {isOpen &&
        options.map((option, index) => (
          <li
            key={option.name}
            {...itemProps(option, index)}
            className={cn(
              "flex min-h-8 cursor-default items-center gap-2.5 rounded-small px-2 pointer-coarse:min-h-11",
              index === highlighted && "bg-accent-soft forced-colors:outline-2",
            )}
          >
            {option.isNew ? (
              <Plus aria-hidden="true" className="-mx-0.5 size-3 text-ink-3" />
            ) : (
              <TagDot color={option.color} />
            )}
            <bdi className="min-w-0 grow truncate">{option.name}</bdi>
            {option.isNew && <span className="text-ink-3 text-small">{t("newTag")}</span>}
          </li>
        ))}
    </ul>
  );
}
