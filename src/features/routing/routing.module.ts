import { Global, Module } from '@nestjs/common';
import { DesiredStateSource } from '../../telephony/reconciler/desired-state';
import { SwitchQuestions } from '../../telephony/xml/switch-questions';
import { DesiredStateReader } from './desired-state.reader';
import { RoutingReader } from './routing.reader';
import { SwitchAnswers } from './switch-answers';

/** Global because the telephony layer asks its questions and its desired state. */
@Global()
@Module({
  providers: [
    RoutingReader,
    SwitchAnswers,
    DesiredStateReader,
    { provide: SwitchQuestions, useExisting: SwitchAnswers },
    { provide: DesiredStateSource, useExisting: DesiredStateReader },
  ],
  exports: [SwitchQuestions, DesiredStateSource],
})
export class RoutingModule {}
