import type { ConnectionStatus } from "@/lib/contract/connection";

/** Whether there is anything here that disconnecting would erase. */
export function canDisconnect(status: ConnectionStatus): boolean {
  return status !== "none" && status !== "disconnected";
}
