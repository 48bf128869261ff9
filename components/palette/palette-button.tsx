"use client";

import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useIsApple } from "@/components/shortcuts/platform";
import { openPalette } from "./palette-state";

type PaletteButtonProps = { className?: string; children: ReactNode };

/** Opens the palette. Its shortcut is said to whoever asks for it, and shown by whoever has room. */
export function PaletteButton({ className, children }: PaletteButtonProps) {
  const t = useTranslations("palette");
  const modifier = useIsApple() ? "Meta" : "Control";
  return (
    <button
      type="button"
      aria-label={t("open")}
      aria-haspopup="dialog"
      aria-keyshortcuts={`${modifier}+K`}
      onClick={openPalette}
      className={className}
    >
      {children}
    </button>
  );
}

/** Icon, words and keys for the rail. */
export function PaletteButtonFace({ labelClass }: { labelClass?: string }) {
  const t = useTranslations("palette");
  const apple = useIsApple();
  return (
    <>
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <span className={labelClass}>{t("openShort")}</span>
      <span
        aria-hidden="true"
        className="ms-auto font-sans text-ink-3 text-small max-[1099px]:hidden pointer-coarse:hidden"
      >
        {apple ? `${t("keys.command")}K` : `${t("keys.control")} K`}
      </span>
    </>
  );
}
