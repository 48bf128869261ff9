/** Primitives: dialogs, sliders, bars, copying. */
export const ui = {} as const;
