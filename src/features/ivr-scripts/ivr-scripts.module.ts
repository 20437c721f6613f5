import { Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { CalendarsModule } from '../calendars/calendars.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { QueuesModule } from '../queues/queues.module';
import { IvrScriptsController } from './ivr-scripts.controller';
import { IvrScriptsReader } from './ivr-scripts.reader';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { IvrScriptsService } from './ivr-scripts.service';
import { SegmentsModule } from '../segments/segments.module';
import { SoundsModule } from '../sounds/sounds.module';
import { ScriptKnowledge } from './script-knowledge';
import { ScriptSounds } from './script-sounds';
import { ScriptTrialService } from './script-trial.service';
import { ScriptVersionsController } from './script-versions.controller';
import { ScriptVersionsService } from './script-versions.service';

@Module({
  imports: [AgentsReaderModule, CalendarsModule, NumbersReaderModule, QueuesModule, SegmentsModule, SoundsModule],
  controllers: [IvrScriptsController, ScriptVersionsController],
  providers: [
    IvrScriptsReader,
    IvrScriptsRepository,
    IvrScriptsService,
    ScriptKnowledge,
    ScriptSounds,
    ScriptTrialService,
    ScriptVersionsService,
  ],
  exports: [IvrScriptsReader, IvrScriptsRepository],
})
export class IvrScriptsModule {}
