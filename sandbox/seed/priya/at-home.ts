import { capital, type Template } from "./template";
import * as words from "./words";

/** Kitchen, family, roof garden, money. */
export const atHome: readonly Template[] = [
  (r) => {
    const [dish, ingredient] = [r.pick(words.dish), r.pick(words.ingredient)];
    return {
      title: `${capital(dish)}, with more ${ingredient}`,
      summary: `For ${r.between(2, 9)} people, ${r.between(20, 75)} minutes.`,
      text: `${capital(dish)}:\n\n- ${r.between(1, 4)} cups of the main thing\n- ${ingredient}, twice what the book says\n- salt at the end, ${r.pick(words.relative)} eats with little\n\n${capital(r.pick(words.relative))} says that ${r.pick(words.ingredient)} would have been better.`,
      tags: ["food", "recipes"],
    };
  },
  (r) => {
    const [who, dish] = [r.pick(words.relative), r.pick(words.dish)];
    return {
      title: `${capital(who)} does not eat ${dish} any more`,
      summary: `Since ${r.pick(words.month)}, on the doctor's advice.`,
      text: `No ${dish} for ${who}. Offer ${r.pick(words.dish)} instead, with little ${r.pick(words.ingredient)}, and do not make a speech about it. Ask again after ${r.between(2, 12)} weeks.`,
      tags: ["family", "food"],
    };
  },
  (r) => {
    const [who, day] = [r.pick(words.relative), r.between(1, 28)];
    return {
      title: `Present for ${who}, ${day} ${r.pick(words.month)}`,
      summary: `Not more than ${r.between(5, 40)}00 rupees, nothing that needs charging.`,
      text: `Last year it was ${r.pick(["a lamp", "a scarf", "binoculars", "a cookery book", "a fountain pen", "a steel tiffin box"])}, which was used. This year perhaps ${r.pick(words.book)}, or a day at ${r.pick(words.place)}.`,
      tags: ["family", "errands"],
    };
  },
  (r) => {
    const plant = r.pick(words.plant);
    return {
      title: `${capital(plant)} on the roof: ${r.pick(["first leaves", "aphids", "too much sun", "in flower", "moved to the shade", "eaten by the mynas"])}`,
      summary: `Pot ${r.between(1, 24)}, watered every ${r.between(1, 4)} days.`,
      text: `Pot ${r.between(1, 24)}, ${r.between(8, 40)} litres, ${r.pick(["red soil and compost", "coir and compost", "whatever was left"])}. Neem oil on ${r.pick(words.weekday)} if it is not better. ${capital(r.pick(words.relative))} waters when Priya is in ${r.pick(words.city)}.`,
      tags: ["garden", "home"],
    };
  },
  (r) => {
    const subject = r.pick(words.subject);
    const child = r.pick(["Anjali", "Arun"]);
    return {
      title: `${child}: ${subject} until ${r.pick(words.weekday)}`,
      summary: `Explain with ${r.pick(["buses", "cricket", "idlis", "beads", "the roof tank"])}, then let it be done alone.`,
      text: `${child} has ${subject} for ${r.pick(words.weekday)}. What helps: one example with ${r.pick(["buses", "cricket", "idlis", "beads", "the roof tank"])}, then silence. What does not: “it is easy”. ${r.between(10, 40)} minutes, then a break.`,
      tags: ["school", "family"],
    };
  },
  (r) => {
    const bill = r.pick(["Electricity", "Water", "School", "Internet", "House tax", "Insurance"]);
    return {
      title: `${bill}: ${r.between(4, 98)}${r.between(0, 9)}0 rupees, due on the ${r.between(2, 28)}th`,
      summary: `Paid from the ${r.pick(["joint", "savings", "old"])} account.`,
      text: `${bill} for ${r.pick(words.month)}. It was ${r.between(2, 19)} per cent ${r.pick(["less", "more"])} a year ago. The receipt goes into the green folder, a picture of it to Suresh.`,
      tags: ["money", "home"],
    };
  },
  (r) => {
    const festival = r.pick(["Pongal", "Navaratri", "Deepavali", "Karthigai", "Tamil New Year"]);
    return {
      title: `${festival}: who brings what`,
      summary: `${r.between(6, 32)} people, at ${r.pick(["Amma's", "Vikram's", "home", "Aunt Revathi's"])}.`,
      text: `- ${capital(r.pick(words.relative))}: ${r.pick(words.dish)}\n- ${capital(r.pick(words.relative))}: ${r.pick(words.dish)}\n- Priya: ${r.pick(words.dish)} and the lamps\n\nNobody brings sweets this time, said everybody, last time too.`,
      tags: ["festivals", "family", "food"],
    };
  },
  (r) => ({
    title: `The ${r.pick(["mixer", "fan", "tap", "gate", "water filter", "roof tank", "ironing board"])} ${r.pick(["again", "is fixed", "needs a part", "makes a noise", "leaks"])}`,
    summary: `${r.pick(words.weekday)}, between ${r.between(8, 11)} and ${r.between(12, 17)}.`,
    text: `Mr ${r.pick(["Selvam", "Rahim", "Gopal", "D'Souza"])} comes on ${r.pick(words.weekday)}. The part costs ${r.between(2, 90)}0 rupees. The guarantee ended in ${r.pick(words.month)}.`,
    tags: ["home", "errands"],
  }),
  (r) => ({
    title: `Likes ${r.pick(["short answers", "two options", "numbers with their source", "a plan for rain", "the window seat", "silence before eight", "tables"])} on ${r.pick(words.weekday)}s`,
    summary: "Said in passing, meant seriously.",
    text: `Noted after a conversation about ${r.pick(words.book)}. Applies to ${r.pick(["work", "trips", "everything", "mornings", "anything with the children"])}. ${r.pick(words.colleague)} and ${r.pick(words.relative)} know already. Ask again in ${r.pick(words.month)}.`,
    tags: ["preferences"],
  }),
];
