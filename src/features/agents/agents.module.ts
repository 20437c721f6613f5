import { Module } from '@nestjs/common';
import { AgentsReader } from './agents.reader';

@Module({ providers: [AgentsReader], exports: [AgentsReader] })
export class AgentsModule {}
