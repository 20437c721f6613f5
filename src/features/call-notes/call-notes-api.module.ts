import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/agents.module';
import { SeatsModule } from '../seats/seats.module';
import { WrapUpCodesReaderModule } from '../wrap-up-codes/wrap-up-codes-reader.module';
import { CallNotesController } from './call-notes.controller';
import { CallNotesService } from './call-notes.service';
import { NoteCodes } from './note-codes.service';
import { OwnCalls } from './own-calls.service';

/** The api process's part. */
@Module({
  imports: [AgentsModule, SeatsModule, WrapUpCodesReaderModule],
  controllers: [CallNotesController],
  providers: [CallNotesService, NoteCodes, OwnCalls],
})
export class CallNotesApiModule {}
