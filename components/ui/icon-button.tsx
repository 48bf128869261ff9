"use client";

import type { ComponentProps, ReactNode } from "react";
import { useShortcut } from "@/components/shortcuts/single-keys";
import { cn } from "./cn";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** The button's name, for screen readers and as its tooltip. */
  label: string;
  children: ReactNode;
  size?: "sm" | "md";
  tooltipSide?: "top" | "bottom" | "left" | "right";
  pending?: boolean;
}

/** A button that is only an icon: it always has a name, and shows it on hover and focus. */
export function IconButton({
  label,
  children,
  size = "md",
  tooltipSide = "bottom",
  pending = false,
  className,
  onClick,
  "aria-keyshortcuts": keys,
  ...props
}: IconButtonProps) {
  const shortcut = useShortcut(keys);
  return (
    <Tooltip content={label} side={tooltipSide} repeatsName>
      <button
        type="button"
        {...props}
        {...shortcut}
        onClick={pending ? undefined : onClick}
        aria-label={label}
        aria-busy={pending || undefined}
        aria-disabled={pending || undefined}
        className={cn(
          "touch-target inline-grid shrink-0 place-items-center text-ink-2 transition-colors",
          "hover:bg-hover hover:text-ink disabled:cursor-not-allowed disabled:opacity-50",
          "[&_svg]:size-4",
          size === "md" ? "size-9 rounded-button" : "size-7 rounded-small",
          className,
        )}
      >
        {pending ? <Spinner /> : children}
      </button>
    </Tooltip>
  );
}
