/**
 * The look of a field that stands where its text is read: the frame lies outside of the text, so
 * that first letter and line are at the same place with it and without.
 */
export const inlineControl =
  "-mx-2.5 -my-1 w-[calc(100%+1.25rem)] max-w-none px-[9px] py-[3px] border-line bg-transparent hover:border-line-2 focus-visible:bg-raised focus-visible:-outline-offset-1 pointer-coarse:-my-2 pointer-coarse:py-[7px]";
