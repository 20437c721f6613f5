import { Module } from '@nestjs/common';
import { CallTrackerModule } from './telephony/calls/calls.module';
import { CommandsRunnerModule } from './telephony/commands/commands.module';
import { ReconcilerModule } from './telephony/reconciler/reconciler.module';

/** The event-socket link to one FreeSWITCH node and the reconciler. */
@Module({ imports: [CallTrackerModule, CommandsRunnerModule, ReconcilerModule] })
export class SwitchModule {}
