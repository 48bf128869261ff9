/** Offline, session over, revoked, slow, asked to pause. */
export const states = {
  offline: "This device is offline. What is loaded stays here; Keepsake goes on by itself.",
  unreachable: "Keepsake does not answer. What is loaded stays here.",
  nextTry: "Next try in {seconds, plural, one {# second} other {# seconds}}",
  trying: "Trying again…",
  tryNow: "Try now",
  back: "Connected again",
  slowReading: "Memoram is slow to answer. Still waiting.",
  slowSaving: "Memoram is slow to answer. Your words are kept here until it does.",
  againIn: "Again in {seconds, plural, one {# second} other {# seconds}}",
} as const;
