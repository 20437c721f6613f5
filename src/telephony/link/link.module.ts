import { Module } from '@nestjs/common';
import { SwitchLink } from './switch-link';

@Module({ providers: [SwitchLink], exports: [SwitchLink] })
export class LinkModule {}
