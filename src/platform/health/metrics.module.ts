import { Global, Module } from '@nestjs/common';
import { Health } from './health';
import { Metrics } from './metrics';

/** What every process tells of itself. */
@Global()
@Module({ providers: [Health, Metrics], exports: [Health, Metrics] })
export class MetricsModule {}
