import type { SeedMemory } from "../seed-memory";

/** Kitchen, flat and balcony. */
export const home: readonly SeedMemory[] = [
  {
    title: "مجدّرة على طريقة تيتا",
    summary: "وصفة الجدّة كما روتها نور، مع البصل المقرمش في النهاية.",
    text: `كوب عدس بنيّ، نصف كوب رز مصري، ثلاث بصلات كبيرة، ملعقة كمون، زيت زيتون من عكا.

١. يُسلق العدس حتى يلين من دون أن يتفتّت.
٢. يُقلى البصل على نار هادئة أربعين دقيقة حتى يصبح بنيًّا غامقًا، ونصفه يُترك للوجه.
٣. يُضاف الرز والماء والملح ونصف البصل، ويُغطّى ربع ساعة.

«البصل هو الطبخة»، كما كانت تقول تيتا. تُقدَّم مع لبن وسلطة ملفوف.`,
    tags: ["food", "family"],
    importance: 0.7,
    confidence: 0.93,
    source: "kitchen assistant",
    daysAgo: 150.5,
  },
  {
    title: "Kauft Milch nur im Glas",
    summary: "Pfandflaschen von der Greißlerei am Karmelitermarkt, dienstags und samstags.",
    text: "Noor kauft Milch, Joghurt und Schlagobers nur im Pfandglas. Die Greißlerei am Karmelitermarkt hat dienstags und samstags bis 13 Uhr offen; ab elf ist der Topfen aus. Auf Einkaufslisten bitte österreichische Wörter: Marillen, Erdäpfel, Paradeiser, Ribiseln, Semmelbrösel.",
    tags: ["food", "home"],
    importance: 0.45,
    confidence: 0.91,
    source: "Einkaufsliste",
    daysAgo: 77.3,
  },
  {
    title: "The boiler's reset is behind the left panel",
    summary: "Hold it for four seconds. After two tries call Herr Novak, not the hotline.",
    text: "Left panel, two quarter-turn screws, red button at knee height. Hold for four seconds, wait for the second click. If the display says **E-9** twice: Herr Novak, 7–15 h. The hotline sends someone who only resets it too.",
    tags: ["home"],
    importance: 0.75,
    confidence: 0.9,
    source: "voice assistant",
    daysAgo: 334.8,
    changedDaysAgo: 21.9,
  },
  {
    title: "Balcony, north-east, third floor",
    summary: "Four hours of morning sun. What lived and what did not.",
    text: `| plant | year | verdict |
|---|---|---|
| mint | 2025 | alive, too much so |
| parsley | 2025 | alive, bolts in July |
| tomatoes (‘Black Cherry’) | 2025 | eleven tomatoes, not worth it |
| ferns | 2026 | happiest of all |
| lemon | 2026 | indoors from October, drops leaves out of spite |

Water from the rain barrel, evenings. No peat.`,
    tags: ["home"],
    importance: 0.3,
    confidence: 0.83,
    source: "garden helper",
    daysAgo: 69.4,
  },
  {
    title: "Coffee: moka, not espresso",
    text: "Three-cup moka pot, water preheated, taken off at the first gurgle. Suggesting a machine is a waste of both our time; this was settled.",
    tags: ["food", "preferences"],
    importance: 0.2,
    confidence: 0.95,
    source: "kitchen assistant",
    daysAgo: 608.2,
  },
  {
    title: "The wobbly shelf and what Jonas said",
    summary: "Plasterboard, so cavity anchors. Jonas wants to be asked before anybody drills.",
    text: "> “If you drill into that wall once more without asking me I am moving to the workshop.”\n\nThe wall behind the books is 12.5 mm plasterboard on wood battens, 62.5 cm apart. Cavity anchors, 8 kg each. The battens can be found with the small magnet on the fridge.",
    tags: ["home", "family"],
    importance: 0.25,
    confidence: 0.8,
    source: "voice assistant",
    daysAgo: 481.9,
  },
  {
    text: "Spare key is with Frau Demir on the second floor, not under the fern any more.",
    tags: ["home"],
    importance: 0.8,
    confidence: 0.88,
    source: "voice assistant",
    daysAgo: 246.6,
  },
  {
    title: "Winter meals for two evenings",
    summary: "Cook once, eat twice, nothing with minced meat.",
    text: "- Ribollita, second day with a fried egg\n- Red lentil soup with lemon, second day as a sauce over bulgur\n- Beetroot and horseradish goulash\n- Musakhan with mushrooms instead of chicken\n- Käsespätzle only on Fridays, by treaty",
    tags: ["food"],
    importance: 0.4,
    confidence: 0.84,
    source: "kitchen assistant",
    daysAgo: 300.1,
    stored: "gcm-base64",
  },
  {
    title: "Quiet hours of the house",
    summary: "No drilling from noon to three, none on Sundays; piano until eight.",
    text: "Hausordnung, § 4: drilling on working days 8–12 and 15–19 h. Piano until 20 h. The bin room is locked at ten. Frau Demir works nights: nothing loud before eleven on weekdays, which is no rule but a promise.",
    tags: ["home"],
    importance: 0.5,
    confidence: 0.92,
    source: "document assistant",
    daysAgo: 655.3,
  },
];
