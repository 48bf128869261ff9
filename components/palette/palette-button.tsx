"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { useIsApple } from "@/components/shortcuts/platform";
import { openPalette } from "./palette-state";

/** Opens the palette; takes its words and its looks from where it stands. */
export function PaletteButton(props: Omit<ComponentProps<"button">, "type" | "onClick">) {
  const modifier = useIsApple() ? "Meta" : "Control";
  return (
    <button
      {...props}
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts={`${modifier}+K`}
      onClick={openPalette}
    />
  );
}

/** The keys that open the palette, as they are engraved: for those who see them. */
export function PaletteKeys({ className }: { className?: string }) {
  const t = useTranslations("palette.keys");
  const keys = useIsApple() ? `${t("command")}K` : `${t("control")} K`;
  return (
    <span aria-hidden="true" className={className}>
      {keys}
    </span>
  );
}
