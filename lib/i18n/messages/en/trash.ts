/** /trash, deleting, undoing. */
export const trash = {
  title: "Trash",
  lead: "What you delete is gone from Memoram at once. Keepsake keeps a copy here, sealed, for {days, plural, one {# day} other {# days}}, and then erases it. What you restore gets a new id from Memoram.",
  off: "The trash is off: what you delete now is final.",
  toSettings: "Settings",

  loading: "Loading the trash",
  loadMore: "Load more",
  failed: "The trash could not be read",
  failedMore: "The next ones could not be read",
  whatIsLoaded: "What is loaded stays.",
  emptyTitle: "The trash is empty",
  emptyText:
    "What you delete lies here for {days, plural, one {# day} other {# days}}, so that you can bring it back.",
  emptyTextOff: "The trash is off: what you delete is final. You can turn it on in the settings.",
  back: "Back to your memories",

  count: "{count, plural, one {# memory} other {# memories}}",
  shownOf: "{shown, number} of {total, number}",
  selectAll: "Select all loaded",
  selectEvery: "Select all {count, number}",
  everyFailed: "Not everything could be selected",
  select: "Select “{title}”",
  selection: "Selection",
  selected: "{count, number} selected",
  clear: "Clear",
  clearSelection: "Clear the selection",
  deleted: "Deleted <time></time>",
  daysLeft: "{days, plural, one {# day left} other {# days left}}",
  lastDay: "Less than a day left",
  open: "Open",
  list: "Deleted memories",

  restore: "Restore",
  deleteForEver: "Delete for ever",
  emptyTrash: "Empty trash",

  confirmOne: {
    title: "Delete this copy for ever?",
    text: "The copy of <title></title> is erased. Nobody can bring the memory back after that.",
  },
  confirmMany: {
    title: "Delete {count, plural, one {# memory} other {# memories}} for ever?",
    text: "The copies are erased. Nobody can bring the memories back after that.",
    submit: "Delete {count, plural, one {# memory} other {# memories}} for ever",
  },
  confirmEmpty: {
    title: "Empty the trash?",
    text: "{count, plural, one {The copy of # memory is} other {The copies of all # memories are}} erased. Nobody can bring {count, plural, one {that memory} other {those memories}} back after that.",
    submit: "Empty trash",
  },
  emptied: "The trash is empty.",
  notEmptied: "The trash was not emptied",
  erased: "The copy is erased.",
  notErased: "“{title}” was not erased",
  gone: "This copy is gone: it was restored or erased in the meantime, or its time was over.",

  memoryDeleted: "Memory deleted",
  goneBefore: "This memory was deleted already.",
  deletedForGood: "Memory deleted for good",
  undo: "Undo",
  undoHint: "Press u to undo.",
  undoing: "Bringing it back…",
  restored: "Restored",
  newId: "Memoram gave it a new id, so links to the old one no longer work.",
  openRestored: "Open it",
  notRestored: "“{title}” was not restored",
  noCopy:
    "There is no copy of it in the trash. It was restored or erased in the meantime, or another tool had deleted it first.",
  notDeleted: "“{title}” was not deleted",
  changedElsewhere:
    "It was changed elsewhere since you opened it. Look at it once more before you delete it.",

  confirmFinal: {
    title: "Delete this memory?",
    text: "<title></title> is deleted from Memoram, for every tool that reads it. This is final: nobody can bring it back.",
    unknown:
      "<title></title> is deleted from Memoram, for every tool that reads it. Whether the trash keeps a copy could not be read, so this may be final.",
  },

  setting: {
    section: "Trash",
    description: "What happens to what you delete.",
    label: "Keep deleted memories for {days, plural, one {# day} other {# days}}",
    on: "A sealed copy of each deleted memory lies in the trash, where you can bring it back.",
    off: "Deletions are final at once. What is in the trash stays until you empty it or its time is over.",
    failed: "The trash could not be turned on or off",
    unread: "This setting could not be read",
    loading: "Loading this setting",
    saved: "Saved",
  },
} as const;
