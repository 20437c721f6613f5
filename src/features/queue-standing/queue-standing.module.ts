import { Module } from '@nestjs/common';
import { CallTrackerModule } from '../../telephony/calls/calls.module';
import { LinkModule } from '../../telephony/link/link.module';
import { QueuesModule } from '../queues/queues.module';
import { TenantsModule } from '../tenants/tenants.module';
import { QueueStatesModule } from './queue-states.module';
import { SpokenOver } from './spoken-over';
import { StandingAnnouncer } from './standing-announcer';
import { StandingRounds } from './standing-rounds';

/** The switch process's part: it hears at once when a caller is put through. */
@Module({
  imports: [CallTrackerModule, LinkModule, QueueStatesModule, QueuesModule, TenantsModule],
  providers: [SpokenOver, StandingAnnouncer, StandingRounds],
})
export class QueueStandingModule {}
