import { Module } from '@nestjs/common';
import { LinkModule } from '../link/link.module';
import { Reconciler } from './reconciler.service';

/** Needs a DesiredStateSource from the importing process. */
@Module({ imports: [LinkModule], providers: [Reconciler], exports: [Reconciler] })
export class ReconcilerModule {}
