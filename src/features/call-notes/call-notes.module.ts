import { Global, Module } from '@nestjs/common';
import { ChosenCodes } from '../wrap-up-codes/domain/chosen-codes';
import { CallNotesReader } from './call-notes.reader';
import { CallNotesRepository } from './call-notes.repository';
import { CodesOfNotes } from './codes-of-notes.reader';
import { KeptNotes } from './domain/kept-notes';

/** Global because calls show their notes, and forget them, and wrap-up codes ask whether they have them. */
@Global()
@Module({
  providers: [
    CallNotesReader,
    CallNotesRepository,
    { provide: KeptNotes, useExisting: CallNotesRepository },
    { provide: ChosenCodes, useClass: CodesOfNotes },
  ],
  exports: [CallNotesReader, CallNotesRepository, ChosenCodes, KeptNotes],
})
export class CallNotesModule {}
