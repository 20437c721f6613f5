import { Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { CalendarsModule } from '../calendars/calendars.module';
import { NumbersReaderModule } from '../numbers/numbers-reader.module';
import { QueuesModule } from '../queues/queues.module';
import { IvrScriptsController } from './ivr-scripts.controller';
import { IvrScriptsPart } from './ivr-scripts.part';
import { IvrScriptsReader } from './ivr-scripts.reader';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { IvrScriptsService } from './ivr-scripts.service';
import { SegmentsModule } from '../segments/segments.module';
import { SoundsModule } from '../sounds/sounds.module';
import { ScriptArchive } from './script-archive';
import { ScriptDraftsReader } from './script-drafts.reader';
import { ScriptKnowledge } from './script-knowledge';
import { ScriptSounds } from './script-sounds';
import { ScriptTrialService } from './script-trial.service';
import { ScriptVersionsController } from './script-versions.controller';
import { ScriptVersionsService } from './script-versions.service';
import { SpeechAhead } from './speech-ahead';

@Module({
  imports: [AgentsReaderModule, CalendarsModule, NumbersReaderModule, QueuesModule, SegmentsModule, SoundsModule],
  controllers: [IvrScriptsController, ScriptVersionsController],
  providers: [
    IvrScriptsPart,
    IvrScriptsReader,
    IvrScriptsRepository,
    IvrScriptsService,
    ScriptArchive,
    ScriptDraftsReader,
    ScriptKnowledge,
    ScriptSounds,
    ScriptTrialService,
    ScriptVersionsService,
    SpeechAhead,
  ],
  exports: [IvrScriptsReader, IvrScriptsRepository, ScriptDraftsReader],
})
export class IvrScriptsModule {}
