import { capital, type Template } from "./template";
import * as words from "./words";

/** Solar pumps, the people who need them, and the code between. */
export const atWork: readonly Template[] = [
  (r) => {
    const [part, fault, village] = [r.pick(words.part), r.pick(words.fault), r.pick(words.village)];
    const volts = r.between(41, 58);
    return {
      title: `${capital(part)} in ${village} ${fault}`,
      summary: `Seen on ${r.between(2, 9)} of ${r.between(10, 30)} farms near ${village}.`,
      text: `${capital(part)} ${fault}. Measured ${volts}.${r.between(0, 9)} V at the terminals, firmware ${r.between(2, 4)}.${r.between(0, 12)}.\n\n1. Swap ${part} on the farm with the longest pipe first.\n2. Keep the old one dry and labelled; ${r.pick(words.colleague)} wants to open it.\n3. Call the farmer on ${r.pick(words.weekday)}, not before.`,
      tags: ["work", "field visits"],
    };
  },
  (r) => {
    const [who, whom] = [r.pick(words.colleague), r.pick(words.colleague)];
    const topic = r.pick(words.metric);
    return {
      title: `${r.pick(words.weekday)} call with ${who}: ${topic}`,
      summary: `${who} wants one number and not six.`,
      text: `**Decided.** We show ${topic} as one number with the four weeks before it.\n\n**Open.** Whether ${whom}'s team can send it by ${r.pick(words.weekday)}.\n\n**To do.** Priya writes to ${r.pick(words.colleague)}; ${who} checks the last ${r.between(2, 8)} weeks.`,
      tags: ["work", "meetings", "metrics"],
    };
  },
  (r) => {
    const topic = r.pick(words.metric);
    const before = r.between(120, 900);
    const after = before + r.between(-80, 140);
    return {
      title: `${capital(topic)}: ${after} in ${r.pick(words.month)}`,
      summary: `It was ${before} the month before.`,
      text: `| region | before | now |\n|---|---|---|\n| ${r.pick(words.village)} | ${before} | ${after} |\n| ${r.pick(words.village)} | ${before - r.between(5, 60)} | ${after - r.between(5, 60)} |\n| ${r.pick(words.village)} | ${before + r.between(5, 60)} | ${after + r.between(5, 60)} |\n\nPriya does not trust the second row: two sensors were off for ${r.between(2, 9)} days.`,
      tags: ["work", "metrics"],
    };
  },
  (r) => {
    const village = r.pick(words.village);
    const acres = r.between(1, 7);
    return {
      title: `A farmer in ${village} with ${acres} acres`,
      summary: `Grows groundnut and paddy; the well is ${r.between(18, 64)} metres deep.`,
      text: `Prefers calls after ${r.between(6, 8)} in the evening. Pays in ${r.between(3, 12)} parts, after the harvest. Asked for a pump that ${r.pick(["his daughter", "her father", "the neighbour", "the whole street"])} can start too. Tamil only, and slowly on the telephone.`,
      tags: ["farmers", "field visits"],
    };
  },
  (r) => {
    const part = r.pick(words.part).replace("the ", "").replaceAll(" ", "_");
    const minutes = r.between(2, 45);
    return {
      title: `Query: gaps in ${part} longer than ${minutes} minutes`,
      summary: "Window function over the readings; fast enough with the index on time.",
      text: `\`\`\`sql\nselect farm_id, at, at - lag(at) over (partition by farm_id order by at) as gap\nfrom ${part}_reading\nwhere at > now() - interval '${r.between(1, 30)} days'\nqualify gap > interval '${minutes} minutes';\n\`\`\`\n\nPostgres has no \`qualify\`: wrap it in a subquery there.`,
      tags: ["code", "work"],
    };
  },
  (r) => {
    const who = r.pick(words.colleague);
    const days = r.between(2, 21);
    return {
      title: `${who} is away for ${days} days in ${r.pick(words.month)}`,
      summary: `${r.pick(words.colleague)} stands in, except for invoices.`,
      text: `Away ${days} days. Reviews go to ${r.pick(words.colleague)}, invoices wait. If ${r.pick(words.part)} fails in ${r.pick(words.village)}, the spare one is on the second shelf. Back on the ${r.between(2, 28)}th; until then nothing about ${r.pick(words.metric)}.`,
      tags: ["work"],
    };
  },
  (r) => {
    const names = r.pick(["settings", "readings", "farms", "alerts", "visits"]);
    return {
      title: `Script that moves ${names} between regions`,
      summary: "Dry run first; it prints what it would do.",
      text: `\`\`\`sh\nnode move-${names}.mjs --from ${r.pick(words.village).toLowerCase()} --to ${r.pick(words.village).toLowerCase()} --dry-run\n\`\`\`\n\nTook ${r.between(12, 340)} seconds for ${r.between(1, 60)} thousand rows. Without \`--dry-run\` it asks twice.`,
      tags: ["code"],
    };
  },
  (r) => {
    const idea = r.pick([
      "a bell that rings when the tank is full",
      "weekly prices by voice message",
      "renting out pumps by the hour",
      "a repair day in every village",
      "labels that can be read at night",
      "a school lesson about wells",
    ]);
    return {
      title: `Idea: ${idea}`,
      summary: `${r.pick(words.colleague)} likes it, ${r.pick(words.colleague)} asks who pays.`,
      text: `${capital(idea)}. Try it with ${r.between(3, 20)} farms near ${r.pick(words.village)} for ${r.between(2, 8)} weeks.\n\n- worth it if ${r.pick(words.metric)} moves by ${r.between(3, 15)} per cent\n- stop if anybody has to drive further for it`,
      tags: ["ideas", "work"],
    };
  },
  (r) => ({
    title: `Road to ${r.pick(words.village)}: ${r.between(2, 5)} hours, leave before six`,
    summary: `The bridge is closed on ${r.pick(words.weekday)}s.`,
    text: `Through ${r.pick(words.village)}, not along the highway. Breakfast at the stall with the blue roof: ${r.pick(words.dish)}. No fuel for the last ${r.between(20, 60)} km. Signal only on the hill.`,
    tags: ["field visits", "travel"],
  }),
];
