import { Body, Controller, Delete, Get, Headers, Param, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ByteRanges, sendFilePart } from '../../platform/http/file-part';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { fileBody } from '../../platform/http/read-body';
import { LARGEST_UPLOAD_MB } from './domain/limits';
import { MAKING_RATE } from './making-rate';
import { languageOf, TAKE_LANGUAGE } from './sound-language';
import { SoundTakesService } from './sound-takes.service';
import { SoundDto, SpokenTakeDto, UploadRequest } from './sounds.dto';

const WRITES = { permission: 'sounds:write', id: 'sound', answer: SoundDto, ifMatch: true } as const;

@ApiTags('Sounds')
@Controller('v1/sounds/:id/takes/:language')
export class SoundTakesController {
  constructor(private readonly takes: SoundTakesService) {}

  @Put()
  @TAKE_LANGUAGE
  @UseGuards(fileBody('audio', LARGEST_UPLOAD_MB))
  @Operation({
    ...WRITES,
    summary: 'Upload a sound in a language',
    description: 'WAV, MP3, Ogg Vorbis or FLAC, at most 20 MB and 10 minutes; kept as WAV, 8 kHz, mono, 16 bits. What played the one before plays this.',
    upload: 'audio/*',
    rate: MAKING_RATE,
  })
  upload(
    @Param('id') id: string,
    @Param('language') language: string,
    @IfMatch() version: number,
    @Query() { fileName }: UploadRequest,
    @Req() { body }: Request,
  ) {
    return this.takes.upload(id, languageOf(language), version, body as Buffer, fileName ?? null);
  }

  @Put('text')
  @TAKE_LANGUAGE
  @Operation({ ...WRITES, summary: 'Have a sound spoken in a language', description: 'By a machine, once; kept like an uploaded file.', rate: MAKING_RATE })
  speak(
    @Param('id') id: string,
    @Param('language') language: string,
    @IfMatch() version: number,
    @Body() { text }: SpokenTakeDto,
  ) {
    return this.takes.speak(id, languageOf(language), version, text);
  }

  @Get('audio')
  @TAKE_LANGUAGE
  @Operation({ summary: 'Listen to a sound', permission: 'sounds:read', id: 'sound', file: 'audio/wav' })
  @ByteRanges('audio/wav')
  async listen(
    @Param('id') id: string,
    @Param('language') language: string,
    @Res({ passthrough: true }) response: Response,
    @Headers('Range') range?: string,
  ) {
    return sendFilePart(response, await this.takes.listen(id, languageOf(language), range));
  }

  @Delete()
  @TAKE_LANGUAGE
  @Operation({ ...WRITES, summary: 'Remove a sound in a language', description: 'Refused for the last one while something plays the sound.' })
  remove(@Param('id') id: string, @Param('language') language: string, @IfMatch() version: number) {
    return this.takes.remove(id, languageOf(language), version);
  }
}
