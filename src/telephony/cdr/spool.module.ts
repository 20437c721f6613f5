import { Module } from '@nestjs/common';
import { CdrIntake } from './cdr-intake';
import { SpoolSweeper } from './spool-sweeper';

/** The worker's part. Needs a CdrStore from the importing process. */
@Module({ providers: [CdrIntake, SpoolSweeper] })
export class SpoolModule {}
