/** The same keys as the English texts, each with a text of its own. */
export type Translated<T> = {
  [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]>;
};
