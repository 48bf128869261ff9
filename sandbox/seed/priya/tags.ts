import type { SeedTag } from "../seed-memory";
import { commonTags } from "../tags";

const further: readonly SeedTag[] = [
  { name: "meetings", description: "What was said and who does what", color: "#5B7FA6" },
  { name: "field visits", description: "Farms, pumps and roads", color: "#A3803F" },
  { name: "farmers", description: "People who rely on the pumps", color: "#8A9A3B" },
  { name: "code", description: "Snippets, bugs, scripts", color: "#6470C4" },
  { name: "metrics", description: "Numbers that are watched", color: "#4A8FB5" },
  { name: "birds", description: "Seen and heard", color: "#2F9E8F" },
  { name: "reading", description: "Books and quotations", color: "#9B6BA8" },
  { name: "music", description: "Carnatic lessons and concerts", color: "#C0628F" },
  { name: "running", description: "Distances, heat, shoes", color: "#4FA36A" },
  { name: "school", description: "Anjali’s and Arun’s homework", color: "#CF8A3A" },
  { name: "garden", description: "The roof and what grows there", color: "#6FA34A" },
  { name: "money", description: "Bills, prices, plans", color: "#7D8590" },
  { name: "recipes", description: "Ways to cook it", color: "#D0653F" },
  { name: "languages", description: "Words and lessons", color: "#3E8FB0" },
  { name: "errands", description: "Small things to do", color: "#98846B" },
  { name: "ideas", description: "Not decided yet", color: "#B58A2E" },
  { name: "festivals", description: "Pongal, Navaratri and the rest", color: "#C9523F" },
];

/** Priya's 25 tags. */
export const priyaTags: readonly SeedTag[] = [...Object.values(commonTags), ...further];
