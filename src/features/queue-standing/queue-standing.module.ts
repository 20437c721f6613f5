import { Module } from '@nestjs/common';
import { CallTrackerModule } from '../../telephony/calls/calls.module';
import { LinkModule } from '../../telephony/link/link.module';
import { CallsModule } from '../calls/calls.module';
import { QueuesModule } from '../queues/queues.module';
import { TenantsModule } from '../tenants/tenants.module';
import { SpokenOver } from './spoken-over';
import { StandingAnnouncer } from './standing-announcer';
import { StandingRounds } from './standing-rounds';

/** The switch process's part: it hears at once when a caller is put through. */
@Module({
  imports: [CallTrackerModule, CallsModule, LinkModule, QueuesModule, TenantsModule],
  providers: [SpokenOver, StandingAnnouncer, StandingRounds],
})
export class QueueStandingModule {}
