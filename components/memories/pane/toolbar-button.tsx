"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

type ToolbarButtonProps = ComponentProps<typeof Button> & { icon: ReactNode; label: string };

/** A quiet button of the toolbar: icon and word, the word only for screen readers where it is narrow. */
export function ToolbarButton({ icon, label, className, ...props }: ToolbarButtonProps) {
  return (
    <Button variant="quiet" {...props} className={cn("px-2.5", className)}>
      {icon}
      <span className="@max-xl/toolbar:sr-only">{label}</span>
    </Button>
  );
}
