"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { followPerson, tellPerson } from "@/lib/client/browser-person";
import { claimTab } from "@/lib/client/drafts/claim-tab";
import { dropEverything } from "@/lib/client/drop-everything";
import { abandonUnsavedWork } from "@/lib/client/unsaved-work";

type TabOfProps = {
  /** Names the person who is signed in, and says nothing about them. */
  person: string;
  children: ReactNode;
};

/**
 * Around every page of a signed-in person: what this tab keeps of somebody else is gone first, and
 * once another tab signs out or signs in as somebody else, so is what it keeps of this one.
 */
export function TabOf({ person, children }: TabOfProps) {
  const client = useQueryClient();
  // While it renders, since what lies inside reads drafts as it renders. Twice does no harm.
  useState(() => claimTab(person));
  useEffect(() => {
    tellPerson(person);
    return followPerson(person, () => {
      dropEverything(client);
      abandonUnsavedWork();
      window.location.reload();
    });
  }, [client, person]);
  return children;
}
