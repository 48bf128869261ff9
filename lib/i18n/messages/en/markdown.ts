/** What the shown text of a memory needs words for. */
export const markdown = {
  image: "Image",
  imageOf: "Image: {what}",
  table: "Table",
  done: "Done",
  notDone: "Not done",
} as const;
