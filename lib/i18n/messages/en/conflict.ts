/** Two versions side by side after a 412. */
export const conflict = {
  heading: "Two versions",
  lead: "Another tool or tab changed this memory while you were writing. Nothing of yours is lost, and nothing was overwritten. Say for each field what is to hold.",
  left: "{count, plural, =0 {Everything is chosen} one {# choice left} other {# choices left}}",
  toChoose: "{count, plural, one {(# to choose)} other {(# to choose)}}",
  mine: "Yours",
  theirs: "The newer one",
  merged: "Put together by hand",
  mergedHint: "Begin with both, then cut and add.",
  base: "What both began from",
  who: {
    mine: "Only you changed it",
    theirs: "Only the newer version changed it",
    both: "Both changed it: please choose",
    together: "Both changed them: put together",
  },
  changedAgain: "It changed once more after you chose: please look again",
  theirsUnreadable: "What lies in Memoram now cannot be read. It stays as it is.",
  replacesUnreadable:
    "Yours takes the place of content that cannot be read, and that is then gone.",
  merge: {
    label: "{field}, put together",
    difference: "From yours to the newer one",
  },
  settled: "The newer version holds. Nothing of yours differed from it.",
} as const;
