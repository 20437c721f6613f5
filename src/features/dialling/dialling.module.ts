import { Module } from '@nestjs/common';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { AgentsModule } from '../agents/agents.module';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { NumbersModule } from '../numbers/numbers.module';
import { SeatsModule } from '../seats/seats.module';
import { DiallingController } from './dialling.controller';
import { DiallingService } from './dialling.service';

@Module({
  imports: [AgentsModule, CallingPlanModule, SeatsModule, NumbersModule],
  controllers: [DiallingController],
  providers: [DiallingService, SwitchCommands],
})
export class DiallingModule {}
