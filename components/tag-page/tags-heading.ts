/** The page's heading takes focus when what had it goes away. */
export const TAGS_HEADING_ID = "tags-heading";
