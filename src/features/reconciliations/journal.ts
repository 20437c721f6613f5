import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { ReconcilerJournal, type TakenStep } from '../../telephony/reconciler/reconciler-journal';
import { TenantsReader } from '../tenants/tenants.reader';
import { summarise } from './domain/summarise';
import { ReconciliationsRepository } from './reconciliations.repository';

/** Keeps what the reconciler did, each tenant's under that tenant. What belonged to none is in the log alone. */
@Injectable()
export class Journal extends ReconcilerJournal {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly reconciliations: ReconciliationsRepository,
  ) {
    super();
  }

  override async record(node: string, steps: TakenStep[]): Promise<void> {
    for (const [domain, findings] of summarise(steps)) {
      const tenantId = await this.tenants.idOfDomain(domain);
      if (tenantId) await tenantContext.open({ tenantId }, () => this.reconciliations.insert(node, findings));
    }
  }
}
