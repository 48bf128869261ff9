import type { ConnectionStatus } from "@/lib/contract/connection";

export type StepState = "done" | "current" | "failed" | "todo";

/** Which of the four steps a connection has taken: sign in, ask, approval, key. */
export type StepStates = readonly [StepState, StepState, StepState, StepState];

/** The four steps of connecting as they stand in each status. */
export const stepStates: Record<ConnectionStatus, StepStates> = {
  none: ["current", "todo", "todo", "todo"],
  authorized: ["done", "current", "todo", "todo"],
  pending: ["done", "done", "current", "todo"],
  approved: ["done", "done", "done", "done"],
  rejected: ["done", "done", "failed", "todo"],
  revoked: ["done", "done", "failed", "todo"],
  disconnected: ["current", "todo", "todo", "todo"],
};
