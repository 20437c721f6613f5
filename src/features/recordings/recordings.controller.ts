import { Body, Controller, Delete, Get, Headers, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ByteRanges, sendFilePart } from '../../platform/http/file-part';
import { Operation } from '../../platform/http/operation';
import { RecordingAudio } from './recording-audio.service';
import { ChangeRecordingDto, RecordingDto, RecordingsRequest } from './recordings.dto';
import { RecordingsService } from './recordings.service';

@ApiTags('Recordings')
@Controller('v1/recordings')
export class RecordingsController {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly audio: RecordingAudio,
  ) {}

  @Get()
  @Operation({ summary: 'List recordings', permission: 'recordings:read', answer: RecordingDto, shape: 'page' })
  list(@Query() request: RecordingsRequest) {
    return this.recordings.page(request);
  }

  @Get(':id')
  @Operation({ summary: 'Read what is known of a recording', permission: 'recordings:read', id: 'recording', answer: RecordingDto })
  get(@Param('id') id: string) {
    return this.recordings.get(id);
  }

  @Get(':id/audio')
  @Operation({ summary: 'Listen to a recording', permission: 'recordings:listen', id: 'recording', file: 'audio/wav', shows: 'recordings' })
  @ByteRanges('audio/wav')
  async listen(@Param('id') id: string, @Res({ passthrough: true }) response: Response, @Headers('Range') range?: string) {
    return sendFilePart(response, await this.audio.part(id, range));
  }

  @Get(':id/download')
  @Operation({ summary: 'Save a recording', permission: 'recordings:download', id: 'recording', file: 'audio/wav', shows: 'recordings' })
  @ByteRanges('audio/wav')
  async download(@Param('id') id: string, @Res({ passthrough: true }) response: Response, @Headers('Range') range?: string) {
    return sendFilePart(response, await this.audio.download(id, range));
  }

  @Patch(':id')
  @Operation({ summary: 'Set or lift a legal hold', permission: 'recordings:hold', id: 'recording', answer: RecordingDto })
  hold(@Param('id') id: string, @Body() { legalHold }: ChangeRecordingDto) {
    return this.recordings.hold(id, legalHold);
  }

  @Delete(':id')
  @Operation({
    summary: "Delete a recording's audio",
    description: 'What is known of it stays, as the proof that it was deleted.',
    permission: 'recordings:delete',
    id: 'recording',
  })
  remove(@Param('id') id: string) {
    return this.recordings.remove(id, 'request');
  }
}
