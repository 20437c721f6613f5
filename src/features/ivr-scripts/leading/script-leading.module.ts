import { Global, Module } from '@nestjs/common';
import { CallLeader } from '../../../telephony/ivr/call-leader';
import { IvrServerModule } from '../../../telephony/ivr/ivr-server.module';
import { AgentsReaderModule } from '../../agents/agents-reader.module';
import { CalendarsModule } from '../../calendars/calendars.module';
import { CallbacksBookModule } from '../../callbacks/callbacks-book.module';
import { CallsModule } from '../../calls/calls.module';
import { NoticesBookModule } from '../../notices/notices-book.module';
import { QueueStatesModule } from '../../queue-standing/queue-states.module';
import { SeatsReaderModule } from '../../seats/seats-reader.module';
import { SegmentsModule } from '../../segments/segments.module';
import { SoundsModule } from '../../sounds/sounds.module';
import { ScriptPathsModule } from '../../script-paths/script-paths.module';
import { SurveysModule } from '../../surveys/surveys.module';
import { TenantsModule } from '../../tenants/tenants.module';
import { VoicemailsBookModule } from '../../voicemails/voicemails-book.module';
import { IvrScriptsModule } from '../ivr-scripts.module';
import { ClientLookUp } from './client-look-up';
import { CommandPerformer } from './command-performer';
import { KeptStates } from './kept-states';
import { LastAgents } from './last-agents';
import { Programs } from './programs';
import { ScriptFacts } from './script-facts';
import { ScriptedCalls } from './scripted-calls';
import { Voice } from './voice';

/** Global because the telephony layer asks its CallLeader. */
@Global()
@Module({
  imports: [
    AgentsReaderModule, CalendarsModule, CallbacksBookModule, CallsModule, IvrScriptsModule, IvrServerModule, NoticesBookModule, QueueStatesModule, ScriptPathsModule,
    SeatsReaderModule, SegmentsModule, SoundsModule, SurveysModule, TenantsModule, VoicemailsBookModule,
  ],
  providers: [
    ClientLookUp,
    CommandPerformer,
    KeptStates,
    LastAgents,
    Programs,
    ScriptFacts,
    ScriptedCalls,
    Voice,
    { provide: CallLeader, useExisting: ScriptedCalls },
  ],
  exports: [CallLeader],
})
export class ScriptLeadingModule {}
