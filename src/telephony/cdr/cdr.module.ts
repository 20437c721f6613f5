import { Module } from '@nestjs/common';
import { CdrController } from './cdr.controller';
import { CdrIntake } from './cdr-intake';

/** The api process's part. Needs a CdrStore from the importing process. */
@Module({ controllers: [CdrController], providers: [CdrIntake] })
export class CdrModule {}
