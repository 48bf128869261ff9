/** The rail, the tab bar, signing out, pages that are not there. */
export const shell = {
  skip: "Skip to the page",
  allMemories: "All memories",
  memories: "Memories",
  tagsUnread: "The tags could not be read.",
  sandbox: "Sandbox: not your real memories",
  stillSignedIn: "You are still signed in: Keepsake did not answer. Try again.",

  nothingHere: "Nothing here",
  nothingTitle: "There is nothing at this address",
  nothingDetail: "It may be mistyped, or what was here has been deleted or moved.",
  problemTitle: "A problem of the API",
} as const;
