import type { ConnectionStatus } from "@/lib/contract/connection";

/** How a connection stands, in one sentence each, and where it leads on `/connect`. */
export const connectionWords: Record<ConnectionStatus, { state: string; action: string }> = {
  none: { state: "Not connected", action: "Connect" },
  authorized: {
    state: "Signed in with Memoram, access not requested yet",
    action: "Ask for access",
  },
  pending: { state: "Waiting for your approval in Memoram", action: "See the request" },
  approved: { state: "Connected", action: "See the connection" },
  rejected: { state: "You rejected the request in Memoram", action: "Ask again" },
  revoked: { state: "You revoked the access in Memoram", action: "Ask again" },
  disconnected: { state: "Disconnected", action: "Connect again" },
};

/** Whether there is anything here that disconnecting would erase. */
export function canDisconnect(status: ConnectionStatus): boolean {
  return status !== "none" && status !== "disconnected";
}
