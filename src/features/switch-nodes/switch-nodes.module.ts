import { Module } from '@nestjs/common';
import { NodesModule } from '../../telephony/nodes/nodes.module';
import { SwitchNodesController } from './switch-nodes.controller';
import { SwitchNodesReader } from './switch-nodes.reader';

/** The api process's. */
@Module({ imports: [NodesModule], controllers: [SwitchNodesController], providers: [SwitchNodesReader] })
export class SwitchNodesModule {}
