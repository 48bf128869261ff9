import type { Metadata } from "next";

export const metadata: Metadata = { title: "Memories" };

/** The layout shows the list. */
export default function MemoriesPage() {
  return null;
}
