/** Views, filters, sorting, chips, the search box. */
export const filters = {} as const;
