import { Module } from '@nestjs/common';
import { LimitsModule } from '../../platform/limits/limits.module';
import { NodesModule } from '../../telephony/nodes/nodes.module';
import { CapacityController } from './capacity.controller';
import { CapacityReader } from './capacity.reader';

/** The api process's. */
@Module({ imports: [LimitsModule, NodesModule], controllers: [CapacityController], providers: [CapacityReader] })
export class CapacityModule {}
