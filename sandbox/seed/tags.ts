import type { SeedTag } from "./seed-memory";

/** The tags that people share in the demo data, with what they are for and their colours. */
export const commonTags = {
  work: { name: "work", description: "Jobs, clients, colleagues", color: "#4F6DB8" },
  travel: { name: "travel", description: "Trips, routes, places to stay", color: "#0E9CBF" },
  preferences: { name: "preferences", description: "How they like things", color: "#B59A3C" },
  food: { name: "food", description: "Cooking, eating, allergies", color: "#D97B3D" },
  family: { name: "family", description: "The people closest to them", color: "#D2606F" },
  health: { name: "health", description: "Body, sleep, doctors", color: "#3F9D56" },
  writing: { name: "writing", description: "Drafts, style, stories", color: "#8F66B3" },
  home: { name: "home", description: "Flat, garden, repairs", color: "#3D8F8A" },
} as const satisfies Record<string, SeedTag>;
