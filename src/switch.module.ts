import { Module } from '@nestjs/common';
import { CreditRenewalModule } from './features/spending/credit-renewal.module';
import { QueueStandingModule } from './features/queue-standing/queue-standing.module';
import { ScriptLeadingModule } from './features/ivr-scripts/leading/script-leading.module';
import { CallTrackerModule } from './telephony/calls/calls.module';
import { CommandsRunnerModule } from './telephony/commands/commands.module';
import { NodeReporterModule } from './telephony/nodes/node-reporter.module';
import { ReconcilerModule } from './telephony/reconciler/reconciler.module';

/** The event-socket link to one FreeSWITCH node, the reconciler, and the credit of its calls. */
@Module({ imports: [CallTrackerModule, CommandsRunnerModule, CreditRenewalModule, NodeReporterModule, QueueStandingModule, ReconcilerModule, ScriptLeadingModule] })
export class SwitchModule {}
