import type { SeedMemory } from "../seed-memory";

/** Clients, code and habits at the desk. */
export const work: readonly SeedMemory[] = [
  {
    title: "TypeScript: how Noor wants code written",
    summary: "Strict, small functions, no classes without state, errors with a cause.",
    text: `Conventions in all her repositories:

- \`strict\` and \`noUncheckedIndexedAccess\`; never \`any\`
- parse at the edge, trust inside
- errors carry a \`cause\`, messages are sentences

\`\`\`ts
export async function readTimetable(url: URL): Promise<Timetable> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new TimetableError(\`The port answered \${answer.status}.\`);
  return timetableSchema.parse(await answer.json());
}
\`\`\`

She reads diffs top to bottom: put the public function first.`,
    tags: ["work", "preferences"],
    importance: 0.9,
    confidence: 0.96,
    source: "code editor",
    daysAgo: 132.4,
    changedDaysAgo: 40.2,
  },
  {
    title: "The query that finds double departures",
    summary: "Two sailings of one ship within its turnaround time. Runs on the replica only.",
    text: `\`\`\`sql
select a.ship, a.departs_at, b.departs_at
from sailing a
join sailing b
  on b.ship = a.ship
 and b.departs_at > a.departs_at
 and b.departs_at < a.arrives_at + interval '20 minutes'
order by a.departs_at;
\`\`\`

Replica only, the primary has 40 ms to spare and not more. In summer the turnaround is **25** minutes in Konstanz.`,
    tags: ["work"],
    importance: 0.65,
    confidence: 0.9,
    source: "code editor",
    daysAgo: 97.7,
  },
  {
    title: "<script>alert('hello')</script> in the harbour names",
    summary: "A tester called a harbour <b>Bregenz</b>. The export must escape it.",
    text: `Someone typed this into the name of a test harbour, and the printed timetable showed it in bold:

<b>Bregenz</b> <script>alert("Fahrplan")</script> <img src=x onerror="alert(1)">

Rule since then: escape on the way *out*, in the template, never on the way in. The harbour stays in the test data on purpose.`,
    tags: ["work"],
    importance: 0.6,
    confidence: 0.87,
    source: "code editor",
    daysAgo: 186.2,
  },
  {
    title: "Day rate and what it includes",
    summary: "720 € for writing, 840 € for code, no fixed prices for “small changes”.",
    text: "720 € a day for documentation, 840 € for tooling, half days exist, hours do not. Travel at cost, second class. A fixed price only for things that have been done before. “Small changes” are collected and done on the last Friday of the month.",
    tags: ["work"],
    importance: 0.85,
    confidence: 0.93,
    source: "mail drafts",
    daysAgo: 220.5,
    changedDaysAgo: 61.1,
  },
  {
    title: "Style guide for the hospital's patient letters",
    summary: "Level B1, one thought a sentence, no word that needs a dictionary.",
    text: `# Patient letters

Agreed with the ward in two workshops. It applies to everything a patient takes home.

## Who reads this
Someone who is tired, perhaps in pain, often reading for somebody else. Many read German as their third language. Nobody reads the second page first, but many read *only* the second page, because it has the table.

## Sentences
- One thought a sentence, fifteen words at most.
- The person first: “You take the tablet”, not “The tablet is to be taken”.
- Numbers as digits, always with their unit: *2 tablets*, *38.5 °C*.

## Words
| not | but |
|---|---|
| postoperativ | nach der Operation |
| Analgetikum | Schmerzmittel |
| bei Bedarf | wenn Sie Schmerzen haben |
| zeitnah | heute oder morgen |

## What goes first
1. What to do tonight.
2. When to come back at once, with the telephone number beside it.
3. When the next appointment is.
4. What was done, for the family doctor.

## What never appears
Exclamation marks. Abbreviations. The word “simply”. A sentence that begins with “Please note”.

## Checking
Read it to somebody in the corridor. If they ask a question, the letter is not finished.`,
    tags: ["work", "writing"],
    importance: 0.8,
    confidence: 0.94,
    source: "document assistant",
    daysAgo: 264.9,
    changedDaysAgo: 101.3,
  },
  {
    title: "Aylin reviews, Matthias decides",
    summary: "Who at the ferry company to ask for what, and in which language.",
    text: "- **Aylin Yıldız**: reviews, knows the old system, answers within the hour. Turkish small talk is welcome.\n- **Matthias Rüf**: decides, reads only the first paragraph, in German.\n- **Port control**: by telephone, before seven or after four.\n\nNever copy all three: nobody answers then.",
    tags: ["work"],
    importance: 0.7,
    confidence: 0.88,
    source: "meeting notes",
    daysAgo: 359.6,
  },
  {
    title: "Keyboard: Neo layout, but not on servers",
    text: "Types Neo 2 on her own machine. In instructions name the character, not the key position. Over SSH she switches to US, so no umlauts in examples for the shell.",
    tags: ["work", "preferences"],
    importance: 0.3,
    confidence: 0.9,
    source: "code editor",
    daysAgo: 540.7,
  },
  {
    title: "Retro of the spring release",
    summary: "What went well, what hurt, the one thing to change.",
    text: `**Well.** Translations were ready two days early. Nobody worked on the weekend.

**Hurt.** The timetable import failed silently from 02:10 to 06:40, because the file was empty *and valid*.

**Change.** An import with no rows is an error. Owner: Noor. Done on 3 May.

> “Silence is the most expensive log level.” (Aylin)`,
    tags: ["work"],
    importance: 0.55,
    confidence: 0.85,
    source: "meeting notes",
    daysAgo: 205.8,
  },
  {
    title: "Works best from six to eleven",
    summary: "Deep work in the morning, calls after lunch, nothing on Wednesday afternoons.",
    text: "06:00–11:00 writing and code, no calls. 13:00–16:00 calls. Wednesday afternoon is the choir. When proposing times, offer two, both after one o'clock, in Vienna time.",
    tags: ["work", "preferences"],
    importance: 0.75,
    confidence: 0.9,
    source: "calendar assistant",
    daysAgo: 420.1,
    changedDaysAgo: 140.6,
    stored: "gcm-base64",
  },
  {
    title: "Regex that she keeps asking for",
    text: "`/^(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d)(?:\\+(?<days>\\d))?$/` matches `23:55` and `00:10+1`, which is how the ferry timetable writes the next day.",
    tags: ["work"],
    confidence: 0.7,
    source: "code editor",
    daysAgo: 174.3,
    stored: "plaintext",
  },
  {
    title: "Invoice wording for clients in Germany",
    summary: "Reverse charge sentence, both tax numbers, date of service as a month.",
    text: "“Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).” Both VAT numbers on the first page, the date of service as a month, fourteen days net. IBAN in groups of four.",
    tags: ["work"],
    importance: 0.65,
    confidence: 0.92,
    source: "document assistant",
    daysAgo: 572.4,
    stored: "json",
  },
];
