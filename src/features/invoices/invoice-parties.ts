import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { BillingPeriod } from '../../platform/time/billing-period';
import { ContractsReader } from '../contracts/contracts.reader';
import { contractSpans } from '../contracts/domain/contract-spans';
import { TenantsReader } from '../tenants/tenants.reader';
import type { Issuer, Parties } from './domain/parties';

/** As long as no contract says otherwise. */
const PAYMENT_DAYS = 30;

/** Who bills whom for a month, and within how many days it is to be paid. */
@Injectable()
export class InvoiceParties {
  constructor(
    private readonly config: Config,
    private readonly tenants: TenantsReader,
    private readonly contracts: ContractsReader,
  ) {}

  /** By the contract's version of the period's last day. */
  async of(period: BillingPeriod): Promise<{ parties: Parties; paymentDays: number }> {
    const terms = contractSpans(await this.contracts.versions(), period).at(-1)?.terms;
    const { name } = await this.tenants.currentOrRemoved();
    const issuer = this.issuer();
    const billTo = terms?.billTo ?? { name, address: '', taxId: '', email: '', country: issuer.country };
    return { parties: { issuer, billTo }, paymentDays: terms?.paymentDays ?? PAYMENT_DAYS };
  }

  private issuer(): Issuer {
    const { ISSUER_NAME, ISSUER_ADDRESS, ISSUER_TAX_ID, ISSUER_EMAIL, ISSUER_COUNTRY, ISSUER_BANK } = this.config;
    return {
      name: ISSUER_NAME,
      address: linesOf(ISSUER_ADDRESS),
      taxId: ISSUER_TAX_ID,
      email: ISSUER_EMAIL,
      country: ISSUER_COUNTRY,
      bank: linesOf(ISSUER_BANK),
    };
  }
}

/** A file of settings cannot hold a line's end. */
function linesOf(text: string): string {
  return text.replaceAll('\\n', '\n');
}
