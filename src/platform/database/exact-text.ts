/** Compared letter by letter, but for spaces at the end: for what strangers type to name somebody. */
export const EXACT_TEXT = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;
