import type { Metadata } from "next";

export const metadata: Metadata = { title: "New memory" };

/** The layout shows the form. */
export default function NewMemoryPage() {
  return null;
}
