/** /connect: from the request to the approval. */
export const connect = {
  pageTitle: "Connect to Memoram",
  region: "Connection",
  unknown: {
    title: "Your connection",
    lead: "How Keepsake stands with Memoram.",
  },

  /** `announcement` is said aloud when the page arrives at a status by itself. */
  none: {
    title: "Connect to Memoram",
    lead: "Your memories lie there. Memoram asks you, not us, whether Keepsake may read and change your memories.",
    announcement: "Not connected to Memoram.",
  },
  authorized: {
    title: "Ask for access",
    lead: "Memoram asks you, not us, whether Keepsake may read and change your memories.",
    announcement: "You are signed in with Memoram. Access has not been requested yet.",
  },
  pending: {
    title: "One approval left",
    lead: "Memoram asks you, not us, whether Keepsake may read and change your memories.",
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

  steps: "Steps to connect",
  signIn: "Sign in with Memoram",
  signInAgain: "Sign in with Memoram again",
  signedIn: "Signed in with Memoram",
  keyPasted: "Memory Key pasted",
  ask: "Ask Memoram for access",
  askDetail: "Keepsake sends a request, and you decide on it in Memoram.",
  asked: "Access requested",
  approval: "Your approval, in Memoram",
  approvalPending: "Waiting for your approval",
  approvalPendingDetail:
    "Open your Memoram dashboard and approve the request from Keepsake. This page moves on by itself.",
  approvalGiven: "Approved by you",
  approvalRejected: "You rejected the request",
  approvalRejectedDetail: "Was that by mistake? Ask again, and Memoram shows you a new request.",
  approvalRevoked: "You revoked the access",
  approvalRevokedDetail: "To read your memories here again, ask again and approve the new request.",
  keyArrives: "Your key arrives, sealed",
  keyArrived: "Your key has arrived, sealed",
  keyDetail: "It is stored encrypted and never leaves the server.",

  connectAgain: "Connect again",
  askForAccess: "Ask for access",
  askAgain: "Ask again",
  notAsked: "Access could not be requested",
  asksByItself: "Keepsake asks again by itself every few seconds.",
  quote: "“{reason}”",
  openDashboard: "Open Memoram dashboard",
  inNewTab: ", in a new tab",
  checked: "Checked {since}",
  noAnswer: "No answer, trying again. Last checked {since}",

  paste: "Paste a Memory Key instead",
  memoryKey: "Memory Key",
  memoryKeyHint:
    "As you copied it from Memoram, which asks you to approve the request all the same.",
  hideKey: "Hide key",
  showKey: "Show key",
  keyNotUsed: "The key could not be used",
  connectWithKey: "Connect with this key",
} as const;
