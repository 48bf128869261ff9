"use client";

import { type ReactNode, useState } from "react";
import { claimTab } from "@/lib/client/drafts/claim-tab";

type TabOfProps = {
  /** Names the person who is signed in, and says nothing about them. */
  person: string;
  children: ReactNode;
};

/** Around every page of a signed-in person: what this tab keeps of somebody else is gone first. */
export function TabOf({ person, children }: TabOfProps) {
  // While it renders, since what lies inside reads drafts as it renders. Twice does no harm.
  useState(() => claimTab(person));
  return children;
}
