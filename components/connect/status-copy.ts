import type { ConnectionStatus } from "@/lib/contract/connection";

export interface StatusCopy {
  title: string;
  lead: string;
  /** Said aloud when the page arrives at this status by itself. */
  announcement: string;
}

const asks = "Memoram asks you, not us, whether Keepsake may read and change your memories.";

/** What the page says in each status of a connection. */
export const statusCopy: Record<ConnectionStatus, StatusCopy> = {
  none: {
    title: "Connect to Memoram",
    lead: `Your memories lie there. ${asks}`,
    announcement: "Not connected to Memoram.",
  },
  authorized: {
    title: "Ask for access",
    lead: asks,
    announcement: "You are signed in with Memoram. Access has not been requested yet.",
  },
  pending: {
    title: "One approval left",
    lead: asks,
    announcement: "Access requested. Waiting for your approval in Memoram.",
  },
  approved: {
    title: "Your memories are open",
    lead: "Memoram has your approval, and Keepsake has the key, sealed.",
    announcement: "Approved. Opening your memories.",
  },
  rejected: {
    title: "You said no in Memoram",
    lead: "So Keepsake reads nothing, and your memories are as they were. You can ask again whenever you like.",
    announcement: "The request was rejected in Memoram.",
  },
  revoked: {
    title: "You took access back",
    lead: "Keepsake has erased your key and reads nothing any more. Your memories are as they were, in Memoram.",
    announcement: "Access was revoked in Memoram.",
  },
  disconnected: {
    title: "Keepsake is disconnected",
    lead: "Your keys are erased here. Your memories are where they always were, in Memoram.",
    announcement: "Disconnected from Memoram.",
  },
};
