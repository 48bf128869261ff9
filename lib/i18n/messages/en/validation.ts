import { sentences } from "@/lib/contract/sentences";

/** Why a value is refused: the contract's sentences, which the API answers in English. */
export const validation = sentences;
