import type { RatedUsage } from './rate-usage';

/** The part of rated usage that an invoice is made of. */
export type InvoicedUsage = Omit<RatedUsage, 'kind' | 'number' | 'seconds' | 'steps'>;

/** Usage that stands on no invoice yet: what began before an instant, but for what began within the exceptions. */
export interface OpenUsage {
  readonly before: Date;
  readonly except: readonly { readonly from: Date; readonly until: Date }[];
}

/** What billing may do with the usage of the tenant that is set. Answered by the feature that keeps it. */
export abstract class UsageLedger {
  /** Rates what is open and has no price, or one by a version of the tariff that is no longer in force for its day. */
  abstract rateOpen(before: Date): Promise<void>;
  /** Rated open usage. */
  abstract open(which: OpenUsage): Promise<InvoicedUsage[]>;
  /** Puts the rated open usage on an invoice for good and says what it is; call it in the invoice's transaction. */
  abstract claim(invoiceId: string, which: OpenUsage): Promise<InvoicedUsage[]>;
}
