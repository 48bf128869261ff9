"use client";

import { RemoveDialog } from "./remove-dialog";
import { RenameDialog } from "./rename-dialog";

/** What is to be done with some tags. */
export type ChangeKind = "rename" | "merge" | "remove";
export type ChangeRequest = { kind: ChangeKind; names: readonly string[] };

type ChangeDialogsProps = {
  request: ChangeRequest | null;
  onClose: (isStarted: boolean) => void;
};

/** The dialog for a request; each begins afresh. */
export function ChangeDialogs({ request, onClose }: ChangeDialogsProps) {
  if (!request) return null;
  return request.kind === "remove" ? (
    <RemoveDialog names={request.names} onClose={onClose} />
  ) : (
    <RenameDialog kind={request.kind} names={request.names} onClose={onClose} />
  );
}
