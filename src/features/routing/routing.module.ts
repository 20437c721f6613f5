import { Global, Module } from '@nestjs/common';
import { SwitchQuestions } from '../../telephony/xml/switch-questions';
import { RoutingReader } from './routing.reader';
import { SwitchAnswers } from './switch-answers';

/** Global because the telephony layer asks its SwitchQuestions. */
@Global()
@Module({
  providers: [RoutingReader, SwitchAnswers, { provide: SwitchQuestions, useExisting: SwitchAnswers }],
  exports: [SwitchQuestions, RoutingReader],
})
export class RoutingModule {}
