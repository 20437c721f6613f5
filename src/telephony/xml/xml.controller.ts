import { Controller, Header, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Operation } from '../../platform/http/operation';
import { rawBody } from '../../platform/http/read-body';
import { SwitchGuard } from '../switch-door/switch.guard';
import { SwitchForm } from './switch-form';
import { XmlService } from './xml.service';

@ApiExcludeController()
@Controller('switch/xml')
@UseGuards(SwitchGuard, rawBody('1mb'))
export class XmlController {
  constructor(private readonly xml: XmlService) {}

  /** The form is the switch's, some hundred fields of it: what matters is read, nothing is refused. */
  @Post()
  @Header('Content-Type', 'text/xml')
  @Operation({ summary: 'Answer mod_xml_curl', permission: 'public', status: 200 })
  answer(@Req() request: Request): Promise<string> {
    const { body } = request as { body?: unknown };
    return this.xml.answer(new SwitchForm(Buffer.isBuffer(body) ? body.toString('latin1') : ''));
  }
}
