import type { BillTo } from '../../contracts/domain/contract-terms';

/** The company that runs the installation. */
export interface Issuer extends BillTo {
  /** Where to pay; lines. */
  readonly bank: string;
}

/** Who bills whom. */
export interface Parties {
  readonly issuer: Issuer;
  readonly billTo: BillTo;
}
