/** Writing one memory, drafts, leaving. */
export const form = {
  editHeading: "Edit memory",
  preview: "Preview",
  nothingToShow: "Nothing to show yet.",
  counter: "{used, number} of {limit, number}",
  outOfRange: "{value} lies outside 0–1. It stays as it is unless you move the slider.",
  placeholder: {
    title: "Title",
    summary: "Add a summary",
    content: "What is to be remembered? Markdown works here.",
    source: "A tool, a conversation, yourself",
  },
  storedHint:
    "The text is encrypted with your key before Memoram stores it. Title and summary are not: Memoram’s search reads them.",
  saved: "Memory saved",
  savedEarlier: "Saved. What you typed since then is not yet.",
  nothingChanged: "Nothing changed, nothing to save",
  state: {
    unsaved: "Unsaved",
    draftKept: "Unsaved, draft kept",
  },
  draft: {
    back: "Your unsaved words from <time></time> are back.",
    waiting: "Your unsaved words from <time></time> wait here.",
    homeless: "Your unsaved words from <time></time> are still here.",
    keepAsNew: "Keep as a new memory",
    goOn: "Go on writing",
    discard: "Discard",
  },
  problem: {
    notSaved: "Not saved",
    kept: "What you typed is still here.",
    signIn: "Sign in again",
    connect: "Open the connection in a new tab",
  },
  unreadable: {
    title: "The content cannot be read",
    why: "It is encrypted with a key that Keepsake does not have, and stays as it is when you save the other fields.",
    replace: "Replace the unreadable content",
    gone: "What lies in Memoram now is then gone, also for the tool that could still read it.",
  },
  leave: {
    title: "Leave with unsaved words?",
    why: "What you typed is not in Memoram yet. As a draft it waits in this tab until you come back, sign out or close the tab.",
    endsSession: "What you typed is not in Memoram yet. Signing out wipes it from this computer.",
    stay: "Keep editing",
    keep: "Keep the draft",
    discard: "Discard and leave",
  },
} as const;
