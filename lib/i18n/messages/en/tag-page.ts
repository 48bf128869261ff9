/** /tags: counts, renaming, merging. */
export const tagPage = {
  title: "Tags",
  count:
    "{tags, plural, =0 {No tag} one {# tag} other {# tags}} on {memories, plural, one {# memory} other {# memories}}",
  reading: "Your memories are being read.",
  stillReading:
    "Your memories are still being read: {memories, number} so far. The numbers may still grow.",
  slow: "Memoram takes its time.",
  partlyRead:
    "Only {memories, plural, one {# memory} other {# memories}} could be read, so the numbers may be too low",
  notRead: "Your memories could not be read",
  loading: "Counting your tags",

  find: "Find a tag",
  sortBy: "Sort by",
  sorts: { name: "By name", count: "Most used", used: "Last used" },
  fitting: "{count, plural, =0 {No tag fits} one {# tag fits} other {# tags fit}}",

  table: "Tags on memories",
  name: "Name",
  memories: "Memories",
  lastUsed: "Last used",
  actions: "Actions",
  countAndMore: "{count, number}+",
  atLeast: "{count, number} so far",
  switchedOff: "Switched off in Memoram",
  choose: "Choose {name}",
  chooseAll: "{count, plural, one {Choose this tag} other {Choose all # tags}}",
  actionsFor: "Actions for {name}",

  show: "Show its memories",
  rename: "Rename…",
  merge: "Merge into…",
  remove: "Remove from all memories…",
  removeShort: "Remove…",

  selection: "Chosen tags",
  chosen: "{count, plural, one {# tag} other {# tags}} chosen",
  clear: "Clear",
  tooMany: "At most {max, number} tags can be changed at a time.",

  unused: "Not on any memory",
  unusedWhy: "Memoram keeps these names; it has no call to remove them.",
  noTags: "No tags yet",
  noTagsWhy: "Give a memory a tag, and it appears here.",
  nothingFits: "No tag has that name",
  nothingFitsWhat: "Nothing among your tags fits “<typed></typed>”.",
  showAll: "Show all tags",
  tagsUnread: "Colours and descriptions could not be read",
  tagsUnreadMeans: "The counts come from your memories and hold.",

  renameTitle: "{count, plural, one {Rename this tag} other {Rename # tags}}",
  mergeTitle: "{count, plural, one {Merge this tag into another} other {Merge # tags into one}}",
  removeTitle: "{count, plural, one {Remove this tag} other {Remove # tags}} from all memories",
  newName: "New name",
  mergeInto: "Merge into",
  targetHint: "At most 64 characters, no comma.",
  joins:
    "“{name}” exists already, on {count, plural, one {# memory} other {# memories}}: it takes these in.",
  problems: {
    missing: "Type a name, or choose a tag.",
    same: "Type a name that differs from the present one.",
  },
  renameNow: "Rename on {count, plural, one {# memory} other {# memories}}",
  mergeNow: "Merge on {count, plural, one {# memory} other {# memories}}",
  removeNow: "Remove from {count, plural, one {# memory} other {# memories}}",
  removeMeans:
    "{count, plural, one {The memories stay, without this tag. Memoram keeps its name.} other {The memories stay, without these tags. Memoram keeps their names.}}",
  busy: "“<name></name>” is part of a change that is not finished. Finish that one first, or give it up.",
  readingFirst:
    "Your memories are still being read: {count, number} so far. This can begin once all are here.",
  cannotBegin: "This cannot begin before all memories are read",
  notBegun: "Nothing was begun",

  preview: "What will change",
  willChange:
    "{count, plural, =0 {No memory carries it: nothing will change.} one {# memory will change.} other {# memories will change.}}",
  willChangeSoFar:
    "{count, plural, one {# memory will change} other {# memories will change}}, of those read so far.",
  alreadyCarry:
    "{count, plural, one {# of them has} other {# of them have}} “<name></name>” already and will have it once.",
  carryAfter:
    "Afterwards {count, plural, one {# memory carries} other {# memories carry}} “<name></name>”.",
  calls:
    "Memoram cannot rename a tag: Keepsake changes {count, plural, one {the memory} other {each of the # memories by itself, four at a time}}.",
  callsRemove:
    "Keepsake changes {count, plural, one {the memory} other {each of the # memories by itself, four at a time}}.",
  firstOnes: "The first ones",
  before: "Before",
  after: "After",
  noTagLeft: "no tag",
  andMore: "and {count, number} more",

  quoted: "“{name}”",
  stopped: "Turning {from} into {to} stopped before its end",
  left: "{count, plural, one {# memory still carries} other {# memories still carry}} the old name. Going on changes only what is left.",
  leftUnknown: "How many memories still carry the old name is being counted.",
  removing: {
    stopped: "Removing {from} stopped before its end",
    left: "{count, plural, one {# memory still carries} other {# memories still carry}} what is to be removed. Going on changes only what is left.",
    leftUnknown: "How many memories are left is being counted.",
    elsewhere: "Another tab is removing {from}",
  },
  goOn: "Go on",
  giveUp: "Give up",
  elsewhere: "{from} is being turned into {to} in another tab",
  elsewhereMeans: "Leave that tab open until it is done.",
} as const;
