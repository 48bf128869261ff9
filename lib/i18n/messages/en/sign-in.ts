/** /signin, and what went wrong there: what happened, then what it means and what can be done. */
export const signIn = {
  plain: {
    title: "Sign in to go on",
    detail:
      "Keepsake shows you the memories that AI tools keep about you in Memoram. Memoram knows who you are; we have no password of yours.",
  },
  general: {
    title: "Signing in did not work",
    detail:
      "Something failed on the way between Memoram and Keepsake. You are not signed in, and your memories are as they were. Start again from here.",
  },
  denied: {
    title: "You did not allow Keepsake",
    detail:
      "Memoram told us so, and that is all it told us: nothing was shared, and your memories are as they were. If you change your mind, start again from here.",
  },
  "code-rejected": {
    title: "That sign-in is no longer valid",
    detail:
      "Memoram’s answer works once and for a short time; this one had expired or was already used. You are not signed in, and your memories are as they were. Start again from here.",
  },
  "state-mismatch": {
    title: "That sign-in did not begin here",
    detail:
      "The answer does not belong to a sign-in of this browser. Perhaps it took too long, was opened in another browser, or its cookies were cleared. To keep you safe we did not use it. Start again from here.",
  },
  "memoram-unavailable": {
    title: "Memoram cannot be reached",
    detail:
      "So we could not finish signing you in. Your memories are safe there. Try again in a moment.",
  },
  "memoram-timeout": {
    title: "Memoram did not answer in time",
    detail:
      "So we could not finish signing you in. Your memories are safe there. Try again in a moment.",
  },
  "memoram-bad-response": {
    title: "Memoram’s answer could not be read",
    detail:
      "It was not one that Keepsake understands, so you are not signed in. Your memories are as they were. Try again in a moment.",
  },
  "memoram-credentials": {
    title: "Memoram refuses this installation",
    detail:
      "Nothing is wrong with your account. Whoever runs this Keepsake has to mend its settings: Memoram does not accept its client id or secret.",
  },
  "memoram-rate-limited": {
    title: "Memoram asks for a pause",
    detail:
      "Too many calls came in at once, so you are not signed in yet. Wait a minute, then try again.",
  },
  "rate-limited": {
    title: "Too many sign-ins at once",
    detail:
      "So many came from your network in one minute that Keepsake asks for a pause. You are not signed in yet. Wait a minute, then try again.",
  },
  "account-linked-elsewhere": {
    title: "That account belongs to another sign-in",
    detail:
      "It is linked to a different person in Keepsake already. Sign out, then sign in the way you did the first time. Nobody’s memories were opened.",
  },
  "session-expired": {
    title: "Your session has ended",
    detail: "Sign in again to go on where you were. Your memories are as you left them.",
  },
} as const;
