import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

/**
 * Without these names `text-ui` would count as a colour and be thrown out by `text-ink`.
 * They are the type scale, radii and shadow of app/globals.css.
 */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: [
        "micro",
        "small",
        "note",
        "caption",
        "ui",
        "step",
        "wordmark",
        "hero",
        "stage-title",
        "page-title",
        "section-title",
        "list-title",
        "lead",
        "sublead",
        "excerpt",
        "memory",
        "summary",
      ],
      radius: ["small", "button", "card"],
      shadow: ["float"],
      font: ["sans", "serif", "mono"],
    },
  },
});

/** Joins class names; of two that set the same thing the later one holds. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
