import { Module } from '@nestjs/common';
import { IvrServer } from './ivr-server';

/** Needs a CallLeader from the importing process. */
@Module({ providers: [IvrServer] })
export class IvrServerModule {}
