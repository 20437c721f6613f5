/** Free: anybody may lease it; held: one tenant may; leased: somebody does. */
export const STOCK_STATES = ['free', 'held', 'leased'] as const;
export type StockState = (typeof STOCK_STATES)[number];

export function stockState(isHeld: boolean, isLeased: boolean): StockState {
  return isLeased ? 'leased' : isHeld ? 'held' : 'free';
}
