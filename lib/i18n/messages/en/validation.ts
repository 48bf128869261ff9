/** Why a value is refused; the contract's sentences, which the API answers in English. */
export const validation = {} as const;
