/** Primitives: dialogs, sliders, bars, steps, the page that failed. */
export const ui = {
  home: "Keepsake, to the start",
  backToStart: "Back to the start",
  messages: "Messages",

  level: "{label} {value}",
  levelNotSet: "{label} not set",
  levelOutside: "{label} {value}, outside 0 to 1",
  notSet: "Not set",
  outside: "{value}, outside {min} to {max}",
  clear: "Clear",

  stepDone: "done",
  stepCurrent: "current step",
  stepFailed: "stopped",
  stepTodo: "to do",

  failureTitle: "This page could not be shown",
  failureDetail:
    "Something failed in Keepsake. Your memories lie in Memoram and are as they were. Try again, or start over.",
  failureDigest: "If it keeps happening, name this request: <code>{digest}</code>",
} as const;
