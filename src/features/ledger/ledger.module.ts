import { Module } from '@nestjs/common';
import { Ledger } from './domain/ledger';
import { LedgerRepository } from './ledger.repository';

@Module({ providers: [LedgerRepository, { provide: Ledger, useExisting: LedgerRepository }], exports: [Ledger] })
export class LedgerModule {}
