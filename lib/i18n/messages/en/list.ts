/** The list of memories, its header, its empty and failing states. */
export const list = {
  heading: "Memories",

  search: {
    label: "Search memories",
    clear: "Clear search",
    reach:
      "Looks in titles, summaries, content, tags and sources. Every word has to be there; quotes keep words together, a minus excludes.",
  },

  count: {
    reading: "Reading your memories…",
    readSoFar: "{read, number} read, still reading",
    foundSoFar: "{count, number} found so far · {read, number} read, still reading",
    all: "{count, plural, one {# memory} other {# memories}}",
    found: "{count, number} of {total, number}",
    foundInContent: "{count, number} of {total, number}, inside content too",
    /** Reading broke off. */
    readOnly: "{read, number} read, the rest is missing",
    foundOnly: "{count, number} found in the {read, number} that were read",
  },

  exact: {
    label: "What is not exact yet",
    title: "Still reading",
    text: "Your memories are still being read, decrypted one by one. Until all are here, counts are what was found so far, and more may appear anywhere in the list.",
    foot: "Still reading. More may appear here or further up.",
  },

  /** For screen readers, as things change. */
  announce: {
    reading: "Reading your memories: {read, number} so far.",
    finding: "{count, plural, one {# fits} other {# fit}} so far, of {read, number} that are read.",
    all: "Everything is read: {count, number}.",
    found: "{count, plural, =0 {None fits} one {# fits} other {# fit}}.",
  },

  sort: {
    button: "Sort and density",
    label: "Sort by",
    newest: "Newest",
    oldest: "Oldest",
    changed: "Recently changed",
    importance: "Importance",
    title: "Title",
  },
  density: {
    label: "Density",
    comfortable: "Comfortable",
    compact: "Compact",
  },

  select: {
    begin: "Select memories",
    hint: "Choose memories to change together.",
  },

  row: {
    moreTags: "and {count, plural, one {# more tag} other {# more tags}}",
  },
  loading: "Loading memories",
  newAbove: "{count, plural, one {# new above} other {# new above}}",
  findingPlace: "Going back to where you were…",

  nothing: {
    title: "Nothing is kept about you yet",
    text: "What AI tools remember about you through Memoram appears here. You can also write a memory yourself, for them to find.",
    write: "Write the first one",
  },

  failed: {
    nothing: "Your memories could not be read",
    some: "Not all memories could be read",
    old: "The list may be out of date",
    stays: "What is loaded stays.",
    next: "Next try in {seconds, plural, one {# second} other {# seconds}}.",
  },

  pager: {
    previous: "Previous memory",
    next: "Next memory",
    place: "{place, number} of {count, number}",
    placeSoFar: "{place, number} of {count, number} so far",
  },
} as const;
