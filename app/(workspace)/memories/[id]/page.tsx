import type { Metadata } from "next";

export const metadata: Metadata = { title: "Memory" };

/** The layout shows the memory; whether there is one, our API answers to the browser. */
export default function MemoryPage() {
  return null;
}
