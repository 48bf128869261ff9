/** /settings. */
export const settings = {
  appearance: "Appearance",
  keptInBrowser: "Kept in this browser.",
  colours: "Colours",
  themeSystem: "System",
  themeLight: "Light",
  themeDark: "Dark",
  language: "Language",
  languageOfBrowser: "As the browser says",

  connection: "Connection",
  connectionDescription: "Your memories lie in Memoram; this is the way there.",
  connectionUnread: "Your connection could not be read",
  loadingConnection: "Loading your connection",
  status: "Status",
  requested: "Requested",
  connectedSince: "Connected since",
  decided: "Decided",
  key: "Key",
  keyVersion: "Version {version}, stored encrypted on the server",
  states: {
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
  },

  disconnect: "Disconnect",
  disconnectQuestion: "Disconnect from Memoram?",
  disconnectErases:
    "Keepsake erases your Memory Key and encryption key, and can no longer read your memories. They stay in Memoram as they are, and you stay signed in here.",
  disconnectErasesCopies:
    "Copies in the trash and the earlier versions of memories that Keepsake keeps are erased too.",
  disconnectLeaves:
    "The approved request stays too, until you revoke it in your <link>Memoram dashboard</link>. Signing in again connects you again.",
  stayConnected: "Stay connected",
  stillConnected: "Keepsake is still connected",
  disconnected: "Disconnected. Your keys are erased here.",

  account: "Account",
  accountDescription: "The ways to sign in that lead to your memories.",
  linked: "Linked",
  link: "Link {name}",
  linkFailed: "Linking could not start",
} as const;
