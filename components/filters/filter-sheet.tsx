"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Button } from "@/components/ui/button";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import { withoutFilters } from "@/lib/client/filters/memory-filters";

type FilterSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactNode;
  view: CollectionView;
  children: ReactNode;
};

/** Every filter over the whole screen of a phone; what is chosen holds at once. */
export function FilterSheet({ trigger, view, children, ...state }: FilterSheetProps) {
  const t = useTranslations();
  const { count, isExact } = view;
  return (
    <Dialog.Root {...state}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 flex animate-appear flex-col bg-paper pt-[env(safe-area-inset-top)] text-ink outline-none"
        >
          <div className="flex items-center justify-between gap-3 border-line border-b py-2 ps-[18px] pe-2">
            <Dialog.Title className="text-section-title">{t("filters.title")}</Dialog.Title>
            <Dialog.Close
              aria-label={t("common.close")}
              className="grid size-11 place-items-center rounded-small text-ink-2 hover:bg-hover"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain">{children}</div>
          <div className="flex gap-2 border-line border-t bg-paper px-[18px] pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <Button
              variant="outline"
              className="h-11"
              onClick={() => changeFilters(withoutFilters)}
            >
              {t("filters.clearAll")}
            </Button>
            <Dialog.Close asChild>
              <Button variant="primary" className="h-11 min-w-0 grow">
                {isExact ? t("filters.show", { count }) : t("filters.showSoFar", { count })}
              </Button>
            </Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
