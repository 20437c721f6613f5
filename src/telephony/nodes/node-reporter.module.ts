import { Module } from '@nestjs/common';
import { LinkModule } from '../link/link.module';
import { ReconcilerModule } from '../reconciler/reconciler.module';
import { NodeReporter } from './node-reporter';
import { NodesModule } from './nodes.module';

/** The switch process's. */
@Module({ imports: [LinkModule, NodesModule, ReconcilerModule], providers: [NodeReporter] })
export class NodeReporterModule {}
