/** Where the browser keeps how close the rows of the list stand. */
export const densityKey = "keepsake-density";
