import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { SeatsModule } from '../seats/seats.module';
import { CallNotesController } from './call-notes.controller';
import { CallNotesService } from './call-notes.service';
import { OwnCalls } from './own-calls.service';

/** The api process's part. */
@Module({
  imports: [AgentsModule, SeatsModule],
  controllers: [CallNotesController],
  providers: [CallNotesService, OwnCalls],
})
export class CallNotesApiModule {}
