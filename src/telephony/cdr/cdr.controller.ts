import { Controller, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Config } from '../../platform/config/config';
import { AppError } from '../../platform/errors/app-error';
import { Operation } from '../../platform/http/operation';
import { rawBody } from '../../platform/http/read-body';
import { SwitchGuard } from '../switch-door/switch.guard';
import { CdrIntake } from './cdr-intake';

@ApiExcludeController()
@Controller('switch/cdr')
@UseGuards(SwitchGuard, rawBody('4mb'))
export class CdrController {
  constructor(
    private readonly intake: CdrIntake,
    private readonly config: Config,
  ) {}

  /** The raw body: a CDR that is not JSON must be kept, not refused by a parser. */
  @Post()
  @Operation({ summary: 'Take in a CDR', permission: 'public', status: 200 })
  async take(@Req() request: Request): Promise<void> {
    if (!Buffer.isBuffer(request.body)) throw new AppError('malformed_json', 'Send the CDR as the body.');
    await this.intake.take(this.config.SWITCH_NODE, request.body);
  }
}
