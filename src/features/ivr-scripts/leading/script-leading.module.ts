import { Global, Module } from '@nestjs/common';
import { CallLeader } from '../../../telephony/ivr/call-leader';
import { IvrServerModule } from '../../../telephony/ivr/ivr-server.module';
import { CalendarsModule } from '../../calendars/calendars.module';
import { CallsModule } from '../../calls/calls.module';
import { QueuesModule } from '../../queues/queues.module';
import { SegmentsModule } from '../../segments/segments.module';
import { SoundsModule } from '../../sounds/sounds.module';
import { SurveysModule } from '../../surveys/surveys.module';
import { TenantsModule } from '../../tenants/tenants.module';
import { IvrScriptsModule } from '../ivr-scripts.module';
import { ClientLookUp } from './client-look-up';
import { CommandPerformer } from './command-performer';
import { KeptStates } from './kept-states';
import { Programs } from './programs';
import { ScriptFacts } from './script-facts';
import { ScriptedCalls } from './scripted-calls';
import { Voice } from './voice';

/** Global because the telephony layer asks its CallLeader. */
@Global()
@Module({
  imports: [CalendarsModule, CallsModule, IvrScriptsModule, IvrServerModule, QueuesModule, SegmentsModule, SoundsModule, SurveysModule, TenantsModule],
  providers: [
    ClientLookUp,
    CommandPerformer,
    KeptStates,
    Programs,
    ScriptFacts,
    ScriptedCalls,
    Voice,
    { provide: CallLeader, useExisting: ScriptedCalls },
  ],
  exports: [CallLeader],
})
export class ScriptLeadingModule {}
