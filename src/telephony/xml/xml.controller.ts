import { Body, Controller, Header, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { SwitchGuard } from '../switch-door/switch.guard';
import { type XmlForm, XmlService } from './xml.service';

@ApiExcludeController()
@Controller('switch/xml')
@UseGuards(SwitchGuard)
export class XmlController {
  constructor(private readonly xml: XmlService) {}

  @Post()
  @Header('Content-Type', 'text/xml')
  @Operation({ summary: 'Answer mod_xml_curl', permission: 'public', status: 200 })
  answer(@Body() form: XmlForm): Promise<string> {
    return this.xml.answer(form);
  }
}
