/** Views, tags, ranges, sources and dates: the side panel, the filter panel and the chips. */
export const filters = {
  button: "Filters",
  active: "{count, number} active",
  title: "Filters",
  clearAll: "Clear all",
  clearOne: "Clear",
  show: "Show {count, plural, one {# memory} other {# memories}}",
  showSoFar: "Show {count, number} so far",
  chips: "Active filters",
  remove: "Remove the filter {filter}",
  /** Said of every count while memories are still being read. */
  soFar: "{count, number} so far",

  view: {
    label: "View",
    all: "All memories",
    important: "Important",
    untagged: "Untagged",
    unsealed: "Unencrypted",
    /** Follows the name above, where there is room or a screen reader: what it stands for. */
    unsealedMore: "or unreadable",
    trash: "Trash",
  },

  tags: {
    label: "Tags",
    manage: "Manage",
    manageAll: "Manage tags",
    find: "Find a tag",
    noMatch: "No tag has that name.",
    none: "There are no tags yet.",
    unread: "The tags could not be read.",
    retry: "Try again",
    hint: "A memory has to have every tag you choose, and none that you exclude.",
    /** What a screen reader says of a tag: its name, which of the three below holds, how many. */
    stateOf: "{name}: {state}, {count}",
    must: "must have",
    not: "must not have",
    any: "any",
    /** The small button that excludes a tag. */
    exclude: "not",
    excludeName: "{name} must not be there",
  },

  level: {
    importance: "Importance",
    confidence: "Confidence",
    any: "any",
    from: "{min, number} or more",
    to: "up to {max, number}",
    between: "{min, number} to {max, number}",
    nothing: "{min, number} to {max, number}: nothing can fit",
    atLeast: "{level} at least",
    atMost: "{level} at most",
    clearImportance: "Clear the importance",
    clearConfidence: "Clear the confidence",
    without: "Memories without a value are left out.",
  },

  source: {
    label: "Source",
    find: "Find a source",
    noMatch: "No source has that name.",
    none: "No memory names a source.",
    clear: "Clear the source",
  },

  dates: {
    label: "Kept",
    from: "From",
    to: "To",
    clear: "Clear the dates",
    quick: "Quick choices",
    week: "Last 7 days",
    month: "Last 30 days",
    year: "This year",
    inverted: "The first day is after the last: nothing can fit.",
  },

  /** A filter in a few words: on a chip, and in sentences. */
  words: {
    important: "important",
    untagged: "untagged",
    unsealed: "unencrypted or unreadable",
    search: "“{text}”",
    notTag: "not “{name}”",
    importance: "importance {range}",
    confidence: "confidence {range}",
    source: "from {name}",
    sources: "from {count, number} sources",
    since: "since {from}",
    until: "until {to}",
    dates: "{from} to {to}",
    day: "on {day}",
  },

  empty: {
    title: "No memory fits",
    titleSoFar: "Nothing fits so far",
    /** Each in the place of {conditions}, joined by "and". */
    nothing: "Nothing is {conditions}.",
    is: {
      important: "important",
      untagged: "untagged",
      unsealed: "unencrypted or unreadable",
      search: "found by “{text}”",
      tag: "tagged {name}",
      notTag: "not {name}",
      importance: "of importance {range}",
      confidence: "of confidence {range}",
      source: "from {name}",
      sources: "from one of {count, number} sources",
      since: "kept since {from}",
      until: "kept until {to}",
      dates: "kept from {from} to {to}",
      day: "kept on {day}",
    },
    without: "Without {filter} there would be {count, number}.",
    together: "No single filter is the reason: only without several of them would there be any.",
    stillReading:
      "{read, plural, =0 {Nothing has} one {# memory has} other {# memories have}} been read so far. It may still come.",
    remove: "Remove {filter}",
  },
} as const;
