import { Module } from '@nestjs/common';
import { PathBook } from './domain/path-book';
import { ScriptPathsReader } from './script-paths.reader';
import { ScriptPathsRepository } from './script-paths.repository';

/** Which way callers were led by scripts. */
@Module({
  providers: [ScriptPathsReader, { provide: PathBook, useClass: ScriptPathsRepository }],
  exports: [PathBook, ScriptPathsReader],
})
export class ScriptPathsModule {}
