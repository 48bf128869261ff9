import type { SeedMemory } from "../seed-memory";

/** Family, friends and health. */
export const people: readonly SeedMemory[] = [
  {
    title: "Sami is seven and collects bus tickets",
    summary: "Presents for her nephew: anything with a route number on it.",
    text: "Layla's son. Knows every tram line in Vienna and is learning those of Lisbon by heart. No batteries, no sweets on weekdays. For his birthday on 2 March: the old destination blind from the Ottakring depot, if the museum shop still has one.",
    tags: ["family"],
    importance: 0.6,
    confidence: 0.9,
    source: "chat assistant",
    daysAgo: 84.5,
  },
  {
    title: "Mother's birthday: 9 December, no flowers",
    summary: "Salma is allergic to lilies and thinks cut flowers are a waste.",
    text: "Salma turns seventy this year. No flowers. She would like the whole family at one table and somebody else cooking. Noor thinks of the small room at the Syrian restaurant in Neubaugasse: 14 people, a quiet corner for her hearing aid.",
    tags: ["family"],
    importance: 0.85,
    confidence: 0.93,
    source: "calendar assistant",
    daysAgo: 46.9,
  },
  {
    title: "Jonas builds, Noor sands",
    summary: "Their Saturday in the workshop is not to be booked over.",
    text: "Jonas is a carpenter in Ottakring. Saturdays until two they work in the workshop together: at the moment a bed with drawers for Layla's flat, in ash. Offer Sundays instead.",
    tags: ["family", "preferences"],
    importance: 0.5,
    confidence: 0.87,
    source: "calendar assistant",
    daysAgo: 159.2,
  },
  {
    title: "How to write to her father",
    summary: "Paper letters, large type, Arabic; he answers by telephone.",
    text: "He reads letters, not messages. 16 pt, Arabic, wide margins, one page. News of the garden first, then health, money never. He calls on the evening the letter arrives.",
    tags: ["family", "writing"],
    importance: 0.7,
    confidence: 0.91,
    source: "writing companion",
    daysAgo: 318.7,
  },
  {
    title: "Sleep: what the diary says",
    summary: "Seven hours and ten minutes on average; bad after calls later than eight.",
    text: `Six weeks of notes:

| | average | best | worst |
|---|---|---|---|
| asleep | 23:05 | 22:20 | 01:40 |
| hours | 7:10 | 8:30 | 4:50 |

Bad nights follow calls after eight and red wine. Not the moon, which was tested.`,
    tags: ["health"],
    importance: 0.6,
    confidence: 0.82,
    source: "health diary",
    daysAgo: 111.1,
  },
  {
    title: "Blood pressure, as measured at home",
    text: "Mean of the last ten mornings 118 / 76, pulse 61. Dr. Aziz wants a week of numbers before each appointment and no app, only the list.",
    tags: ["health"],
    importance: 0.7,
    confidence: 0.95,
    source: "health diary",
    daysAgo: 52.6,
  },
  {
    title: "Glasses since spring, screens only",
    summary: "+0.75 both eyes; larger type in anything meant to be printed.",
    text: "Reading glasses for the screen, +0.75. Prints nothing under 11 pt. Dark mode after sunset, light mode by day.",
    tags: ["health", "preferences"],
    importance: 0.4,
    confidence: 0.85,
    source: "chat assistant",
    daysAgo: 233.4,
  },
  {
    title: "Vaccinations",
    summary: "Tick-borne encephalitis is due; tetanus is good until 2031.",
    text: "- TBE: booster due **next spring** (last one five years ago)\n- Tetanus, diphtheria, polio: until 2031\n- Hepatitis A and B: complete\n- Influenza: every October, at the pharmacy on the corner",
    tags: ["health"],
    importance: 3,
    confidence: 0.97,
    source: "health diary",
    daysAgo: 144.8,
  },
  {
    title: "Does not drink, does not explain it",
    summary: "Suggest places with something good without alcohol, and do not comment.",
    text: "Red wine once in a while at home, nothing outside. She does not want it mentioned in messages to others or turned into a reason. Verjus, tonic, good tea.",
    tags: ["preferences", "health"],
    importance: 0.65,
    confidence: 0.79,
    source: "chat assistant",
    daysAgo: 462.3,
  },
  {
    title: "A letter that can no longer be read",
    summary: "Written under a key that is gone.",
    text: "This was encrypted with a key that nobody has any more.",
    tags: ["family"],
    importance: 0.5,
    confidence: 0.5,
    source: "writing companion",
    daysAgo: 683.5,
    stored: "another-key",
  },
];
