import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { WrapUpBoard } from './domain/wrap-up-board';
import { LiveStore } from './live-store';

@Injectable()
export class LiveWrapUps extends WrapUpBoard {
  constructor(private readonly live: LiveStore) {
    super();
  }

  override end(agentNumber: string): void {
    this.live.waiveWrapUp(tenantContext.tenantId(), agentNumber);
  }
}
