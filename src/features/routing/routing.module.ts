import { Global, Module } from '@nestjs/common';
import { DesiredStateSource } from '../../telephony/reconciler/desired-state';
import { SwitchQuestions } from '../../telephony/xml/switch-questions';
import { IvrScriptsModule } from '../ivr-scripts/ivr-scripts.module';
import { PhonesReaderModule } from '../phones/phones-reader.module';
import { QueueStatesModule } from '../queue-standing/queue-states.module';
import { SeatsModule } from '../seats/seats.module';
import { SpendingModule } from '../spending/spending.module';
import { DesiredStateReader } from './desired-state.reader';
import { DialCounter } from './dial-counter';
import { RoutingReader } from './routing.reader';
import { SwitchAnswers } from './switch-answers';

/** Global because the telephony layer asks its questions and its desired state. */
@Global()
@Module({
  imports: [IvrScriptsModule, PhonesReaderModule, QueueStatesModule, SeatsModule, SpendingModule],
  providers: [
    RoutingReader,
    DialCounter,
    SwitchAnswers,
    DesiredStateReader,
    { provide: SwitchQuestions, useExisting: SwitchAnswers },
    { provide: DesiredStateSource, useExisting: DesiredStateReader },
  ],
  exports: [SwitchQuestions, DesiredStateSource],
})
export class RoutingModule {}
