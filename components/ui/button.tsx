"use client";

import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { useShortcut, useSingleKeys } from "@/components/shortcuts/single-keys";
import { cn } from "./cn";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  outline: "border border-line-2 bg-raised text-ink hover:bg-hover",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "text-danger hover:bg-danger-soft",
  "danger-solid": "bg-danger text-paper hover:opacity-90",
} as const;

const sizes = {
  sm: "h-8 gap-1.5 rounded-small px-2.5 text-note [&_svg]:size-3.5",
  md: "h-9 gap-2 rounded-button px-[15px] text-ui [&_svg]:size-4",
  lg: "h-12 gap-2 rounded-[11px] px-[23px] text-step [&_svg]:size-4",
} as const;

export type ButtonVariant = keyof typeof variants;
export type ButtonSize = keyof typeof sizes;

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The shortcut that does the same, shown as a key at the end unless single keys are off. */
  kbd?: string;
  /** Put the look on the only child instead, for example a link. */
  asChild?: boolean;
  /** Something is under way: keeps its width and its focus, and takes no further click. */
  pending?: boolean;
}

function refuse(event: MouseEvent) {
  event.preventDefault();
}

/** A button; `type` is "button" unless said otherwise, so that it never submits by accident. */
export function Button({
  variant = "outline",
  size = "md",
  kbd,
  asChild = false,
  pending = false,
  className,
  children,
  type,
  "aria-keyshortcuts": keys,
  ...props
}: ButtonProps) {
  const Component = asChild ? Slot.Root : "button";
  const shortcut = useShortcut(kbd ?? keys);
  const key = useSingleKeys() ? kbd : undefined;
  return (
    <Component
      {...(asChild ? {} : { type: type ?? "button" })}
      {...props}
      {...(pending ? { "aria-busy": true, "aria-disabled": true, onClick: refuse } : {})}
      {...shortcut}
      className={cn(
        "touch-target relative inline-flex shrink-0 select-none items-center justify-center",
        "whitespace-nowrap font-medium no-underline transition-colors [&_svg]:shrink-0",
        "disabled:cursor-not-allowed disabled:opacity-50",
        "forced-colors:border forced-colors:border-current",
        variants[variant],
        sizes[size],
        className,
        pending && "cursor-progress text-transparent",
      )}
    >
      <Slot.Slottable>{children}</Slot.Slottable>
      {key !== undefined && (
        <Kbd aria-hidden="true" className="ms-auto">
          {key}
        </Kbd>
      )}
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner className={variant === "primary" ? "text-on-accent" : "text-ink-2"} />
        </span>
      )}
    </Component>
  );
}
