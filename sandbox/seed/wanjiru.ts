import type { SeedMemory, SeedPerson } from "./seed-memory";
import { commonTags } from "./tags";

const memories: SeedMemory[] = [
  {
    title: "Runs the clinic's cold chain",
    summary: "Keeps vaccines between 2 and 8 °C at four clinics in Nakuru county.",
    text: "Wanjiru is responsible for the vaccine fridges of four clinics. When she asks about power cuts, start from the holdover time of an ice-lined refrigerator and not from the forecast.\n\n- Njoro: solar, 72 hours\n- Molo: grid and generator, 36 hours\n- Rongai: grid only, 30 hours\n- Subukia: solar, new in March",
    tags: ["work"],
    importance: 0.9,
    confidence: 0.95,
    source: "operations assistant",
    daysAgo: 210.3,
    changedDaysAgo: 12.2,
  },
  {
    title: "Swahili with her mother, English for reports",
    summary: "Wants messages to family drafted in Swahili, everything else in English.",
    text: "Drafts for her mother go in Swahili, warm and unhurried, with the greetings left in. Reports go in English, numbers first.",
    tags: ["preferences", "family"],
    importance: 0.7,
    confidence: 0.9,
    source: "writing helper",
    daysAgo: 96.1,
  },
  {
    title: "Mount Longonot, without the crater rim",
    summary: "Did the climb in August; wants the lower loop next time.",
    text: "She went up Longonot in August and found the rim path too exposed in the wind. For the next visit: start before seven, the lower loop, and bring the children.",
    tags: ["travel"],
    importance: 0.4,
    confidence: 0.8,
    source: "trip planner",
    daysAgo: 61.7,
    stored: "gcm-base64",
  },
  {
    title: "Githeri for twelve",
    text: "Two kilograms of maize and beans soaked overnight, four onions, a handful of coriander at the end. Her aunt eats without salt: keep one pot apart.",
    tags: ["food", "family"],
    importance: 0.3,
    confidence: 0.75,
    source: "kitchen assistant",
    daysAgo: 33.4,
  },
  {
    title: "Asks for sources, always",
    summary: "A claim without a link is not an answer for her.",
    text: "Give the document and the page for anything about dosage, storage or procurement. If there is none, say so in the first sentence.",
    tags: ["preferences", "work"],
    importance: 0.8,
    confidence: 0.97,
    source: "operations assistant",
    daysAgo: 5.6,
    stored: "json",
  },
];

/** A handful of memories, to see that two people never meet. */
export const wanjiru: SeedPerson = {
  slug: "wanjiru",
  name: "Wanjiru Kamau",
  note: "A handful of memories",
  tags: [
    commonTags.work,
    commonTags.preferences,
    commonTags.family,
    commonTags.travel,
    commonTags.food,
  ],
  memories: () => memories,
};
