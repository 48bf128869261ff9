/** Choosing tags in a form or a filter. */
export const tagField = {
  newTag: "new tag",
  remove: "Remove the tag {name}",
  suggestions: "Suggestions",
  noTags: "No tags",
  chosen: "Tags: {names}",

  find: "Find a tag",
  choose: "Choose",
  loading: "Loading tags…",
  unread: "The tags could not be read.",
  none: "There are no tags yet.",
  noMatch: "No tag has that name.",
  more: "{count, number} more: keep typing.",
} as const;
