import { Module } from '@nestjs/common';
import { CallTrackerModule } from './telephony/calls/calls.module';
import { ReconcilerModule } from './telephony/reconciler/reconciler.module';

/** The event-socket link to one FreeSWITCH node and the reconciler. */
@Module({ imports: [CallTrackerModule, ReconcilerModule] })
export class SwitchModule {}
