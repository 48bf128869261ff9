/** The landing page and signing in there. */
export const landing = {
  description:
    "Read, correct, tag and delete the memories that AI tools keep about you in Memoram.",
  hero: "What AI remembers about you, <em>in your own hands</em>",
  lead: "Your memories lie in Memoram, sealed with your key. Keepsake is where you read them, set them right, give them order, and let them go.",
  approval: "You approve what Keepsake may see, and can take it back.",
  search: "Search titles and summaries, filter by tag",
  correct: "Set right what is wrong, delete what should go",
  sealed: "Your key stays sealed on the server",

  continueWith: "Continue with {name}",
  signInFailed: "Signing in could not start",
  noAnswer: "Keepsake did not answer. Check your connection, then try again.",

  /** What the drawn memories say. */
  breadTitle: "The sourdough that finally worked",
  bread: "78 % hydration, 14 hours at 5 °C, baked in the small iron pot.",
  food: "food",
  home: "home",
  trainTitle: "Prefers night trains to short flights",
  train:
    "Would rather sleep through a border than queue for one. Books couchettes on the left side, away from the corridor.",
  travel: "travel",
  preferences: "preferences",
  yours: "yours",
} as const;
