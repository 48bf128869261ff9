import { capital, type Template } from "./template";
import * as words from "./words";

/** Birds, trips, music, running, books. */
export const outside: readonly Template[] = [
  (r) => {
    const [bird, place] = [r.pick(words.bird), r.pick(words.place)];
    return {
      title: `${capital(bird)} at ${place}`,
      summary: `${r.pick(words.weekday)} at ${r.between(5, 18)}:${r.between(10, 59)}, with ${r.pick(words.relative)}.`,
      text: `${capital(bird)}, ${r.between(5, 90)} metres away, light from ${r.pick(["behind", "the left", "nowhere in particular"])}. Call heard ${r.between(1, 6)} times. Also there: ${r.pick(words.bird)}. No photograph, a drawing on page ${r.between(3, 180)}.`,
      tags: ["birds"],
    };
  },
  (r) => {
    const [city, nights] = [r.pick(words.city), r.between(2, 9)];
    return {
      title: `${city} in ${r.pick(words.month)}: ${nights} nights`,
      summary: `${r.pick(["For the conference", "With the children", "To see Divya", "For the donors’ meeting"])}; train where there is one.`,
      text: `${nights} nights, not more than ${r.between(18, 96)}00 rupees each. Vegetarian within a walk, a kettle in the room. Free on ${r.pick(words.weekday)} afternoon: ${r.pick(["a museum", "a market", "nothing at all", "birds, if there is water"])}.\n\nFrom the last time: do not change at ${r.pick(words.city)}.`,
      tags: ["travel"],
    };
  },
  (r) => {
    const km = r.between(3, 17);
    return {
      title: `${km} km at ${r.between(24, 33)} °C, ${r.between(5, 7)}:${r.between(10, 59)} a kilometre`,
      summary: `Started at 5:${r.between(10, 55)}, ${r.pick(["easy", "hard", "alone", "with Meera", "too fast at first"])}.`,
      text: `Along ${r.pick(words.place)}. Pulse ${r.between(128, 171)} on average. Afterwards ${r.pick(words.symptom)}. Shoes have ${r.between(80, 690)} km. Next: ${r.between(2, 6)} km slowly on ${r.pick(words.weekday)}.`,
      tags: ["running", "health"],
    };
  },
  (r) => {
    const book = r.pick(words.book);
    return {
      title: `${book}, page ${r.between(8, 560)}`,
      summary: `Reading with ${r.pick(words.colleague)}; ${r.between(10, 60)} pages a week.`,
      text: `> A sentence about ${r.pick(["rivers", "patience", "maps", "debts", "rain", "letters"])} that she wants to find again.\n\nConnects with ${r.pick(words.book)}. Question for the group: what would ${r.pick(words.relative)} say to this?`,
      tags: ["reading"],
    };
  },
  (r) => {
    const raga = r.pick(words.raga);
    return {
      title: `${raga}: lesson ${r.between(2, 140)}`,
      summary: `${r.pick(["The slow part", "The second line", "The ending", "Counting"])} needs work.`,
      text: `${raga}, ${r.pick(["adi", "rupaka", "misra chapu"])} tala. ${r.between(10, 45)} minutes a day, slowly, with the drone at ${r.pick(["C", "C sharp", "D", "G"])}. Listen to the recording from ${r.between(1958, 2019)} before ${r.pick(words.weekday)}.`,
      tags: ["music"],
    };
  },
  (r) => {
    const language = r.pick(words.language);
    return {
      title: `${language}: ${r.between(5, 40)} words about ${r.pick(["water", "trains", "the market", "weather", "illness", "numbers"])}`,
      summary: `Repeats on ${r.pick(words.weekday)}s, ${r.between(5, 25)} minutes.`,
      text: `Gets ${r.between(60, 95)} per cent right. Confuses the same two again. Wants examples from ${r.pick(["the office", "the kitchen", "bird books", "songs"])}, never from hotels. Next: ${r.between(6, 30)} sentences with ${r.pick(words.colleague)} on ${r.pick(words.weekday)}.`,
      tags: ["languages"],
    };
  },
  (r) => {
    const symptom = r.pick(words.symptom);
    return {
      title: `${capital(symptom)} since ${r.pick(words.weekday)}`,
      summary: `Third time since ${r.pick(words.month)}; better after sleep.`,
      text: `${capital(symptom)}, ${r.between(2, 7)} of 10. Slept ${r.between(4, 8)} hours, screen until ${r.between(20, 23)}:30. If it lasts ${r.between(3, 10)} days: Dr. Mary, mornings only.`,
      tags: ["health"],
    };
  },
  (r) => ({
    title: `Letter to ${r.pick(words.relative)}, draft ${r.between(1, 5)}`,
    summary: `Begin with ${r.pick(["the rain", "the children", "the question", "thanks", "the photograph"])}.`,
    text: `Not longer than a page. ${capital(r.pick(["leave out the office", "ask about the knee", "no advice", "one joke, the old one"]))}. Mention ${r.pick(words.bird)} at ${r.pick(words.place)}, and that the ${r.pick(words.plant)} is alive. She writes by hand afterwards, so paragraphs of ${r.between(2, 5)} sentences.`,
    tags: ["writing", "family"],
  }),
  (r) => ({
    title: `Buy ${r.pick(words.ingredient)}, ${r.pick(words.ingredient)} and ${r.pick(["stamps", "bulbs", "string", "two pencils", "a fuse", "soap"])}`,
    summary: `Before ${r.pick(words.weekday)}.`,
    text: `The shop at the corner closes at ${r.between(7, 9)}. ${capital(r.pick(words.relative))} asked for ${r.between(1, 5)} of each. If there is no ${r.pick(words.ingredient)}: none from ${r.pick(words.city)}, ask ${r.pick(words.relative)} first.`,
    tags: ["errands"],
  }),
];
