import type { SeedMemory } from "../seed-memory";

/** Trips and how they went. */
export const travel: readonly SeedMemory[] = [
  {
    title: "Packs one bag, always the grey one",
    summary: "40 × 30 × 20 cm. Plan outfits and presents around it, not the other way round.",
    text: "The grey bag holds four days, eight with a laundrette. Anything bulky is posted ahead. If a plan needs walking boots she wears them.",
    tags: ["travel", "preferences"],
    importance: 0.5,
    confidence: 0.9,
    source: "trip-planner chat",
    daysAgo: 41.6,
  },
  {
    title: "Trieste in February: what was worth it",
    summary: "Three days of wind, one very good library, coffee with the wrong names.",
    text: `## Worth it
- **Biblioteca Civica**, reading room on the first floor. Warm, silent, open until seven.
- The tram to Opicina, standing at the back.
- Buffet da Pepi before noon, when the dockworkers eat.

## Not again
- Miramare by bus in the rain.
- The hotel by the canal: pretty, and the bora whistles through the shutters all night.

## Words
A *capo in B* is a small coffee with milk in a glass. A *nero* is an espresso. Asking for a *latte* gets milk.`,
    tags: ["travel", "food"],
    importance: 0.4,
    confidence: 0.85,
    source: "trip-planner chat",
    daysAgo: 282.3,
  },
  {
    title: "Seat 61 on the Railjet",
    summary: "Carriage 24, by the window that has no pillar, next to a socket.",
    text: "Carriage 24, seat 61 or 65: full window, socket, the quiet zone begins one door further. She minds sitting backwards only after Semmering.",
    tags: ["travel"],
    importance: 0.3,
    confidence: 0.78,
    source: "voice assistant",
    daysAgo: 118.9,
  },
  {
    title:
      "Everything Noor asked about crossing from Villa San Giovanni to Messina with a dog, two bicycles, a box of lemons and a night train that is itself put on the ferry, including which deck the animals may use and whether the restaurant carriage stays open while at sea",
    summary: "Yes to the dog, no to the restaurant, and the lemons travel as luggage.",
    text: "The carriages are shunted onto the ship in three parts; this takes about forty minutes and the lights go out twice. Passengers may leave the train and go up on deck, dogs on a lead too, by the port-side stairs. The restaurant carriage is closed at sea. Bicycles stay in the luggage van, and the conductor wants to see the reservation for both.",
    tags: ["travel"],
    importance: 0.35,
    confidence: 0.7,
    source: "search assistant",
    daysAgo: 434.7,
  },
  {
    title: "Passport expires next September",
    summary: "Six months of validity are needed for the Tunis trip: renew before March.",
    text: "Passport valid until 14 September. Tunisia asks for the length of the stay only, but the airline wants six months; the registry office in Karmelitergasse needs two weeks and a photo not older than six months. Remind in January, not earlier.",
    tags: ["travel"],
    importance: 0.85,
    confidence: 0.96,
    source: "voice assistant",
    daysAgo: 58.2,
    changedDaysAgo: 30.4,
    stored: "cbc-hex",
  },
  {
    title: "Never sits in the front of a ferry",
    summary: "Seasick since the crossing to Naxos; midships, low deck, ginger.",
    text: "Midships and low, facing forward, ginger sweets from the pharmacy half an hour before. Tablets make her sleep for a day: only above force six.",
    tags: ["travel", "health"],
    importance: 0.6,
    confidence: 0.89,
    source: "health diary",
    daysAgo: 203.1,
  },
  {
    title: "Links for the Lisbon viewing trip",
    text: `Collected on one evening, not all checked:

- Timetable: <https://www.cp.pt/> (the search wants station names without accents)
- Night train question answered in the forum: [Seat 61, Lisbon](https://www.seat61.com/Portugal.htm)
- Flats: \`idealista\`, \`imovirtual\`; the second one shows the noise map
- Layla's shared list: https://example.com/lisbon?rooms=2&floor=3#shortlist`,
    tags: ["travel", "family"],
    importance: 0.45,
    confidence: 0.6,
    source: "search assistant",
    daysAgo: 32.7,
  },
  {
    title: "Speaks enough Italian to be misunderstood",
    summary: "Understands prices and directions; give phrases with the stress marked.",
    text: "Mark the stressed syllable (*pre-no-ta-ZIO-ne*) and give the polite form. She likes to try first and to be corrected afterwards, not before.",
    tags: ["travel", "preferences"],
    importance: 0.35,
    confidence: 0.8,
    source: "chat assistant",
    daysAgo: 391.2,
  },
  {
    title: "Hotel rules that matter",
    summary: "Window that opens, a real blanket, no breakfast before eight.",
    text: `In this order:
1. the window opens
2. a blanket, not a sheet under a spread
3. stairs, because of Kümmel
4. breakfast from eight
5. a desk *or* a bath, she takes either as a reason to stay in`,
    tags: ["travel", "preferences"],
    importance: 0.55,
    confidence: 0.86,
    source: "trip-planner chat",
    daysAgo: 517.4,
    changedDaysAgo: 88.8,
  },
];
