import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import type { CdrLeg } from '../../telephony/cdr/cdr-leg';
import { Call } from './call.entity';
import { CallLeg } from './call-leg.entity';
import { legOfRow } from './domain/leg-row';

/** The CDRs of a call, for the features that settle it. */
@Injectable()
export class CallLegsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {}

  /** The legs that have come so far; none for an unknown call. */
  async ofCall(callId: string): Promise<CdrLeg[]> {
    const call = await this.database.table(Call).findOne({ id: callId });
    if (!call) return [];
    const legs = await this.database.table(CallLeg).find({ node: call.node, callUuid: call.uuid });
    const seal = await this.seals.toRead();
    return legs.map((leg) => legOfRow(leg, seal));
  }
}
