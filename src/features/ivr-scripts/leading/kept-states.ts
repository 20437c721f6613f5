import { Injectable } from '@nestjs/common';
import { Redis } from '../../../platform/redis/redis';
import { tenantContext } from '../../../platform/tenancy/tenant-context';
import { withoutMasked } from '../domain/call';
import type { CallState } from '../domain/step';

/** Longer than anybody waits in a queue. */
const KEPT_SECONDS = 24 * 3600;

/** Where callers are in their scripts while they wait in queues: whichever process is there then takes them on. */
@Injectable()
export class KeptStates {
  constructor(private readonly redis: Redis) {}

  /** Without what is to be kept nowhere. */
  async keep(legUuid: string, state: CallState): Promise<void> {
    const kept = { ...state, call: withoutMasked(state.call) };
    await this.redis.set(keyOf(legUuid), JSON.stringify(kept), 'EX', KEPT_SECONDS);
  }

  /** Once: whoever takes it leads the caller from there on. */
  async take(legUuid: string): Promise<CallState | null> {
    const kept = await this.redis.getdel(keyOf(legUuid));
    return kept === null ? null : (JSON.parse(kept) as CallState);
  }
}

/** With the tenant, as any key of a tenant's. */
function keyOf(legUuid: string): string {
  return `ivr:${tenantContext.tenantId()}:${legUuid}`;
}
