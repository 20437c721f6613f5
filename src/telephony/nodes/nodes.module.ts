import { Module } from '@nestjs/common';
import { NodeReports } from './node-reports';

/** For whoever asks how the nodes are. */
@Module({ providers: [NodeReports], exports: [NodeReports] })
export class NodesModule {}
