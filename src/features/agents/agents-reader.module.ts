import { Module } from '@nestjs/common';
import { AgentsReader } from './agents.reader';

/** Apart from agents.module.ts, so that a feature which agents build on may ask about them too. */
@Module({ providers: [AgentsReader], exports: [AgentsReader] })
export class AgentsReaderModule {}
