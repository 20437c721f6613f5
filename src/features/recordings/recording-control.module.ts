import { Module } from '@nestjs/common';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { AgentsModule } from '../agents/agents.module';
import { RecordingControl } from './recording-control.service';
import { RecordingControlController } from './recording-control.controller';
import { RecordingPausesRepository } from './recording-pauses.repository';

/** The api process's part. */
@Module({
  imports: [AgentsModule],
  controllers: [RecordingControlController],
  providers: [RecordingControl, RecordingPausesRepository, SwitchCommands],
})
export class RecordingControlModule {}
