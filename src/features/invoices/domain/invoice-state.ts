/** A draft follows the month as it grows; a finalized invoice never changes again. */
export const INVOICE_STATES = ['draft', 'finalized'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/**
 * What an invoice becomes when its month is to be closed at an instant: a draft is finalized once its period is over
 * and stays a draft before; a finalized one stays as it is, so closing twice changes nothing.
 */
export function nextState(state: InvoiceState, periodEnd: Date, at: Date): InvoiceState {
  return state === 'draft' && at >= periodEnd ? 'finalized' : state;
}
