"use client";

import { Toaster as Sonner } from "sonner";
import { useTranslations } from "use-intl";

/** A button inside a toast. */
export const toastButtonClass =
  "touch-target ms-auto inline-flex h-7 shrink-0 items-center justify-center rounded-button border border-paper/40 px-2.5 font-semibold text-caption hover:bg-paper/10 focus-visible:outline-paper";

/**
 * Where toasts appear: `toast("Memory deleted", { action: { label: "Undo", onClick } })` from
 * "sonner". Ink on paper turned round, so that it stands out on either ground.
 */
export function Toaster() {
  const t = useTranslations("ui");
  return (
    <Sonner
      position="bottom-center"
      offset={{ bottom: "calc(20px + var(--toast-lift))" }}
      mobileOffset={{ bottom: "calc(15px + var(--toast-lift))", left: 18, right: 18 }}
      gap={8}
      expand
      containerAriaLabel={t("messages")}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-fit! max-w-[calc(100%-2*var(--mobile-offset-left))] font-sans sm:max-w-full sm:inset-x-0 sm:mx-auto items-center gap-3.5 rounded-card border border-transparent bg-ink ps-4 pe-3 min-h-12 py-2 text-paper text-caption shadow-float",
          title: "font-normal",
          description: "text-note opacity-80",
          actionButton: toastButtonClass,
          cancelButton:
            "touch-target h-7 shrink-0 rounded-button px-2.5 text-caption hover:bg-paper/10",
          closeButton: "touch-target order-last",
          icon: "[&_svg]:size-4",
        },
      }}
    />
  );
}
