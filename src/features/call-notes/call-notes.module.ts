import { Global, Module } from '@nestjs/common';
import { CallNotesReader } from './call-notes.reader';
import { CallNotesRepository } from './call-notes.repository';
import { KeptNotes } from './domain/kept-notes';

/** Global because calls show their notes, and forget them. */
@Global()
@Module({
  providers: [CallNotesReader, CallNotesRepository, { provide: KeptNotes, useExisting: CallNotesRepository }],
  exports: [CallNotesReader, CallNotesRepository, KeptNotes],
})
export class CallNotesModule {}
