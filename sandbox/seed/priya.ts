import type { SeedMemory, SeedPerson } from "./seed-memory";
import { commonTags } from "./tags";

function* memories(): Generator<SeedMemory> {
  for (let index = 0; index < 10_000; index++) {
    yield {
      title: `Note ${index + 1}`,
      text: `This is note ${index + 1}.`,
      tags: ["work"],
      importance: (index % 10) / 10,
      daysAgo: 0.05 + index * 0.08,
    };
  }
}

/** Ten thousand memories, to see what holds at that size. */
export const priya: SeedPerson = {
  slug: "priya",
  name: "Priya Raghunathan",
  note: "Ten thousand memories",
  tags: Object.values(commonTags),
  memories,
};
