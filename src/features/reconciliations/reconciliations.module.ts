import { Global, Module } from '@nestjs/common';
import { ReconcilerJournal } from '../../telephony/reconciler/reconciler-journal';
import { Journal } from './journal';
import { ReconciliationsController } from './reconciliations.controller';
import { ReconciliationsRepository } from './reconciliations.repository';

/** Global because the telephony layer tells its ReconcilerJournal. */
@Global()
@Module({
  controllers: [ReconciliationsController],
  providers: [ReconciliationsRepository, Journal, { provide: ReconcilerJournal, useExisting: Journal }],
  exports: [ReconcilerJournal],
})
export class ReconciliationsModule {}
