import { Module } from '@nestjs/common';
import { LimitsModule } from '../../platform/limits/limits.module';
import { CapacityController } from './capacity.controller';
import { CapacityReader } from './capacity.reader';

/** The api process's. */
@Module({ imports: [LimitsModule], controllers: [CapacityController], providers: [CapacityReader] })
export class CapacityModule {}
