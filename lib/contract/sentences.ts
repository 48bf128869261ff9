/**
 * Why a value is refused, each sentence under a name of its own. Schemas and services say the
 * sentence, our API answers it as it stands here, and a page looks up by its name how the person's
 * language puts it (the `validation` texts are these names).
 */
export const sentences = {
  titleText: "The title must be text.",
  titleLength: "The title may have at most 200 characters.",
  summaryText: "The summary must be text.",
  summaryLength: "The summary may have at most 2,000 characters.",
  contentText: "The content must be text.",
  contentLength: "The content may have at most 100,000 characters.",
  contentMissing: "Write something first.",
  sourceText: "The source must be text.",
  sourceLength: "The source may have at most 100 characters.",
  importanceRange: "Importance must be a number from 0 to 1.",
  confidenceRange: "Confidence must be a number from 0 to 1.",
  tagText: "A tag must be text.",
  tagMissing: "A tag needs at least one character.",
  tagLength: "A tag may have at most 64 characters.",
  tagComma: "A tag may not contain a comma.",
  tagsList: "Tags must be a list of names.",
  tagsCount: "A memory may have at most 50 tags.",
  notStorable: "This text has a character that cannot be stored.",
  replaceUnreadable: "replaceUnreadable must be true or false.",
  nothingToChange: "Name at least one field to change.",
  memoryId: "An id has letters, digits, - and _ only.",
  queryLimit: "limit must be a whole number from 1 to 100.",
  queryCursorMissing: "cursor must not be empty.",
  queryCursorLength: "cursor is too long.",
  queryCursorUnknown: "Memoram does not know this cursor. Begin again without it.",
  queryTextType: "q must be text.",
  queryTextLength: "q may have at most 500 characters.",
  queryImportanceNumber: "importance must be a number.",
  queryImportanceRange: "importance must be a number from 0 to 1.",
  reasonText: "The reason must be text.",
  reasonMissing: "The reason must not be empty.",
  reasonLength: "The reason may have at most 255 characters.",
  memoryKeyMissing: "Paste your Memory Key.",
  memoryKeyLength: "That is too long for a Memory Key.",
  memoryKeyUnknown: "Memoram does not know this Memory Key.",
  memoryKeyNotProven: "This Memory Key cannot be used by pasting it. Sign in with Memoram instead.",
  alreadyConnected: "You are connected already. Disconnect first to use another key.",
  trashFlag: "trash must be true or false.",
  tagsFromList: "from must be a list of tags.",
  tagsFromMissing: "Name at least one tag.",
  tagsFromCount: "At most 50 tags can become one at a time.",
  tagsFromLength: "A tag that is to change may have at most 500 characters.",
  tagsFromSame: "Name a tag that is to change.",
  unknownField: "This field is not known.",
  repeatedParameter: "This parameter comes twice.",
  idempotencyKey: "Must be 1 to 255 visible ASCII characters.",
  trashCursorUnknown: "This cursor is not known. Begin again without it.",
  activityKind: "kind must name what is recorded, several separated by commas.",
  activityTime: "This must be a time in ISO 8601.",
  activityJob: "This is not the name of a job.",
  deleteConfirmation: "confirm must say: delete my account",
  tagOperationsFull: "Twenty changes of tags are open. Finish one or give it up first.",
  copyLost: "Keepsake can no longer open this copy. Nothing was changed.",
  refusedByMemoram: "Memoram does not accept these values. Nothing was changed.",
} as const;

export type SentenceId = keyof typeof sentences;

const ids = new Map<string, SentenceId>();
for (const id of Object.keys(sentences)) if (isId(id)) ids.set(sentences[id], id);

function isId(text: string): text is SentenceId {
  return Object.hasOwn(sentences, text);
}

/** The name of a sentence of ours; null for any other text, a newer server's for example. */
export function sentenceId(sentence: string): SentenceId | null {
  return ids.get(sentence) ?? null;
}
