import type { SeedMemory } from "../seed-memory";

/** The last four weeks: what a person sees first. */
export const recent: readonly SeedMemory[] = [
  {
    title: "Prefers night trains to short flights",
    summary:
      "Would rather sleep through a border than queue for one. Books couchettes on the left side, away from the corridor.",
    text: `When a trip is under fourteen hours by rail, suggest the night train first and the flight second, with both arrival times. The walk from the station counts as part of the trip; the drive to an airport does too.

- Vienna to Venice in the four-berth couchette, twice, and would again.
- No connections under forty minutes after midnight.
- Breakfast on the platform is part of the pleasure: leave time for it.

Exception: travelling with the dog. Then the day train, with a change in Villach.`,
    tags: ["travel", "preferences"],
    importance: 0.8,
    confidence: 0.92,
    source: "trip-planner chat",
    daysAgo: 0.4,
    changedDaysAgo: 0.09,
  },
  {
    title: "The sourdough that finally worked",
    summary:
      "78 % hydration, 14 hours at 5 °C, baked in the small iron pot. The flour was from the mill by the canal.",
    text: `After nine flat loaves, this one rose. Keep these numbers unless Noor changes them.

| step | what | how long |
|---|---|---|
| autolyse | 450 g wheat, 50 g rye, 370 g water | 45 min |
| mix | 90 g ripe starter, 10 g salt, 20 g water | 10 min |
| folds | four sets, half an hour apart | 2 h |
| cold proof | 5 °C, covered | 14 h |
| bake, lid on | 250 °C, small iron pot | 22 min |
| bake, lid off | 225 °C | 18 min |

The change that mattered: the starter was fed *twice* the day before, and the kitchen was at 23 °C.`,
    tags: ["food", "home"],
    importance: 0.6,
    confidence: 0.88,
    source: "kitchen assistant",
    daysAgo: 1.2,
  },
  {
    title: "Reads contracts aloud before signing",
    summary:
      "Asks for a plain-language version first, then for the three clauses that could hurt most.",
    text: `Noor reads every contract aloud, alone, before signing it. What helps her:

1. One page in plain language, in the order of the contract.
2. The three clauses that could hurt most, with the sentence quoted.
3. What is *missing* that such a contract usually has (payment term, kill fee, who owns drafts).

Do not soften anything. She negotiates by e-mail, never on the phone.`,
    tags: ["work"],
    importance: 1,
    confidence: 0.95,
    source: "document assistant",
    daysAgo: 2.9,
  },
  {
    title: "Knee: no running on asphalt",
    summary:
      "Trails are fine. Told by the physiotherapist in March; exercises every other morning.",
    text: `Right knee, inner meniscus, small tear, no operation. From the physiotherapist:

- no running on asphalt or down stairs, trails are fine up to 6 km
- step-downs, 3 × 12, every other morning
- bicycle any time, saddle one centimetre higher than now

If Noor asks for a route, prefer the Prater meadows and the Lobau. If she writes that the knee "clicks but doesn't hurt", that is normal and agreed with the doctor.`,
    tags: ["health"],
    importance: 0.95,
    confidence: 0.9,
    source: "health diary",
    daysAgo: 3.6,
  },
  {
    title: "Sister moves to Lisbon in June",
    summary:
      "Wants help comparing neighbourhoods: light, a park within ten minutes, no night clubs below.",
    text: `Layla starts at the oceanographic institute on 1 June. Budget 1,450 € warm, two rooms, third floor or higher.

**Must have**: afternoon light, a park within ten minutes on foot, quiet after eleven.
**Nice**: a tram she can see from the window.
**Out**: Bairro Alto, anything above a bar, ground floors.

So far on the list: Campo de Ourique, Estrela, Alvalade. Noor flies nobody anywhere, so the viewing trip is by train through Irún and has to be at least five days.`,
    tags: ["family", "travel"],
    importance: 0.6,
    confidence: 0.85,
    source: "trip-planner chat",
    daysAgo: 7.2,
    changedDaysAgo: 4.1,
  },
  {
    title: "Draft two of the lighthouse story",
    summary:
      "The keeper is the narrator’s grandmother. Keep the sentences short when the fog comes in.",
    text: `Decisions for the second draft, so that they need not be argued again:

- The keeper is the narrator’s **grandmother**, and nobody says so before page six.
- Past tense for the island, present tense for the kitchen in Graz.
- Short sentences when the fog comes in. No adjectives in the storm.
- The radio is never explained.

> “She counted the ships that did not come, because those were fewer.”

That sentence stays. Everything around it may go.`,
    tags: ["writing"],
    importance: 0.55,
    confidence: 0.8,
    source: "writing companion",
    daysAgo: 11.4,
    changedDaysAgo: 5.3,
  },
  {
    title: "Allergic to cashews, not to almonds",
    summary:
      "Mild, but carries tablets. Mention it whenever a recipe is vegan, as the cream is often cashew.",
    text: `Cashews and pistachios: itching, once a swollen lip (Easter two years ago). Almonds, walnuts, hazelnuts and peanuts are fine and welcome.

Check without being asked: vegan “cream”, pesto, Indian gravies, some ice creams. Suggest sunflower seeds instead. She carries cetirizine; no adrenaline pen was prescribed.`,
    tags: ["health", "food"],
    importance: 1,
    confidence: 0.98,
    source: "kitchen assistant",
    daysAgo: 14.1,
  },
  {
    title: "Stand-up notes go out before nine",
    summary: "Three lines, in German, to the ferry team’s channel. Blockers first.",
    text: `Format that the ferry team likes:

\`\`\`text
Blockiert: Staging ohne Fahrplandaten seit gestern 17:10
Gestern:   Hafenseiten Bregenz, Lindau übersetzt
Heute:     Störungsmeldungen, danach Review für Aylin
\`\`\`

Never more than three lines. If nothing is blocked, write „Blockiert: nichts“, so that nobody has to wonder.`,
    tags: ["work"],
    importance: 0.5,
    confidence: 0.9,
    source: "meeting notes",
    daysAgo: 16.8,
  },
  {
    title: "Kümmel is afraid of lifts 🐕",
    summary: "The dog takes stairs only, so rooms above the fourth floor are out.",
    text: "Kümmel (lurcher, 6, named after the caraway) does not enter lifts since the one in Linz stopped between floors. When looking for a place to stay: up to the fourth floor, stairs with carpet if possible 🐾, and never a “pet fee per night” above 15 €. He travels with a muzzle in the bag, because the railway asks for it.",
    tags: ["travel", "home"],
    importance: 0.5,
    confidence: 0.94,
    source: "trip-planner chat",
    daysAgo: 19.3,
  },
  {
    title: "Answer first, reasons after",
    summary: "Noor skips introductions. Begin with the answer, then say how sure you are.",
    text: "Start with the answer in one sentence. Then how sure you are, then the reasons, longest last. No greeting, no summary at the end, no offers of further help. If the question is wrong, say that first.",
    tags: ["preferences"],
    importance: 0.9,
    confidence: 0.97,
    source: "chat assistant",
    daysAgo: 23.5,
    stored: "json",
  },
  {
    title: "Tax papers: what is still missing for the accountant",
    text: `Frau Pichler wants everything by the fifteenth.

- [x] bank statements, all twelve
- [x] invoices 2025-001 to 2025-047
- [ ] train tickets to Bregenz, March and September
- [ ] the receipt for the desk
- [ ] letter from the social insurance about the instalments

She prefers one PDF per month over one file per receipt.`,
    tags: ["work", "home"],
    importance: 0.7,
    confidence: 0.82,
    source: "mail drafts",
    daysAgo: 26.2,
  },
];
