import { Module } from '@nestjs/common';
import { XmlController } from './xml.controller';
import { XmlService } from './xml.service';

/** Needs SwitchQuestions answered by the importing process. */
@Module({ controllers: [XmlController], providers: [XmlService] })
export class XmlModule {}
