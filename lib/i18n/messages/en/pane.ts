/** Reading one memory. */
export const pane = {
  memories: "Memories",
  choose: "Choose a memory",
  loading: "Loading the memory",
  notRead: "This memory could not be read",
  backToList: "Back to the list",
  notThere: {
    tab: "Not found",
    title: "This memory is not there",
    why: "It may have been deleted, here or by another tool, or the address is wrong.",
  },
  addSummary: "Add a summary",
  change: {
    title: "Change the title",
    summary: "Change the summary",
    content: "Change the content",
    tags: "Change the tags",
    importance: "Change the importance",
    confidence: "Change the confidence",
    source: "Change the source",
  },
  unreadable: {
    title: "Cannot be read",
    why: "This content is encrypted, but not with the key that Memoram gives Keepsake. It is unchanged in Memoram. The tool that wrote it may still be able to read it: ask it to save the memory again.",
    rest: "You can edit everything else here. The content is replaced only if you choose so.",
  },
  outOfRange: "outside 0–1",
  keptSince: "Kept since",
  keptSinceChanged: "<created></created>, changed <changed></changed>",
  stored: {
    term: "Stored",
    decrypted: "Encrypted with your key",
    plaintext: "Stored without encryption",
    plaintextMeans:
      "The tool that wrote it sent it as plain text, so Memoram can read it too. Content that you change here is stored encrypted.",
    undecryptable: "Cannot be read",
    undecryptableMeans: "Encrypted with a key that Keepsake does not have.",
  },
  copy: {
    verb: "Copy",
    done: "Copied",
    refused: "The browser did not allow copying. Select the text and copy it by hand.",
  },
} as const;
