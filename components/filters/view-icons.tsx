import { Library, LockOpen, Star, Tag } from "lucide-react";
import type { ComponentType } from "react";
import type { View } from "@/lib/client/filters/memory-filters";

type Icon = ComponentType<{ className?: string; "aria-hidden"?: "true" }>;

/** The four views in the order of the side panel, each with its picture. */
export const viewIcons: readonly (readonly [View, Icon])[] = [
  ["all", Library],
  ["important", Star],
  ["untagged", Tag],
  ["unsealed", LockOpen],
];
