"use client";

import { Command } from "lucide-react";
import { useTranslations } from "use-intl";
import { PaletteButton, PaletteKeys } from "@/components/palette/palette-button";
import { cn } from "@/components/ui/cn";
import { railIcon, railItem, railLabel } from "./rail-link";
import { RailTooltip } from "./rail-tooltip";

/** The way to the palette for whoever does not know its keys, and to its keys for whoever looks. */
export function RailPalette() {
  const t = useTranslations("palette");
  return (
    <RailTooltip content={t("open")}>
      <PaletteButton aria-label={t("open")} className={cn(railItem(false), "mb-0.5")}>
        <Command aria-hidden="true" className={railIcon} />
        <span className={cn(railLabel, "grow")}>{t("openRail")}</span>
        <PaletteKeys className="whitespace-nowrap text-ink-3 text-small max-[1099px]:hidden pointer-coarse:hidden" />
      </PaletteButton>
    </RailTooltip>
  );
}
