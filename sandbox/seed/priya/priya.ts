import type { SeedMemory, SeedPerson, Stored } from "../seed-memory";
import { atHome } from "./at-home";
import { atWork } from "./at-work";
import { outside } from "./outside";
import { createRandom, type Random } from "./random";
import { priyaTags } from "./tags";
import type { Template } from "./template";
import { tool } from "./words";

const count = 10_000;
/** The mean time between two memories, in days: ten thousand of them fill almost two and a half years. */
const meanGap = 0.088;

function storedOf(random: Random): Stored {
  const draw = random.next();
  if (draw < 0.002) return "another-key";
  if (draw < 0.02) return "plaintext";
  if (draw < 0.035) return "gcm-base64";
  if (draw < 0.05) return "json";
  if (draw < 0.06) return "cbc-hex";
  return "gcm-hex";
}

/** Ten thousand memories, newest first, the same ones at every call. */
function* memories(): Generator<SeedMemory> {
  const random = createRandom(20_240_229);
  const templates: readonly Template[] = [...atWork, ...atHome, ...outside];
  let daysAgo = 0.02;
  for (let index = 0; index < count; index++) {
    const template = templates[Math.floor(random.next() * templates.length)];
    if (!template) continue;
    const { title, summary, text, tags } = template(random);
    const hasTitle = !random.chance(0.03);
    const hasSummary = random.chance(0.7);
    const hasTags = !random.chance(0.04);
    const changed = random.chance(0.15) ? { changedDaysAgo: daysAgo * random.next() } : {};
    yield {
      ...(hasTitle ? { title } : {}),
      ...(hasSummary ? { summary } : {}),
      text,
      tags: hasTags ? tags : [],
      ...(random.chance(0.95) ? { importance: random.between(1, 20) / 20 } : {}),
      ...(random.chance(0.97) ? { confidence: random.between(45, 99) / 100 } : {}),
      ...(random.chance(0.9) ? { source: random.pick(tool) } : {}),
      daysAgo,
      ...changed,
      stored: storedOf(random),
    };
    daysAgo += -Math.log(1 - random.next()) * meanGap;
  }
}

/** Ten thousand memories, to see what holds at that size. */
export const priya: SeedPerson = {
  slug: "priya",
  name: "Priya Raghunathan",
  note: "Ten thousand memories",
  tags: priyaTags,
  memories,
};
