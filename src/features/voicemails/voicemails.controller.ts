import { Controller, Delete, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { ByteRanges, sendFilePart } from '../../platform/http/file-part';
import { Operation } from '../../platform/http/operation';
import { VoicemailViews } from './voicemail-views.service';
import { VoicemailDto, VoicemailsRequest } from './voicemails.dto';
import { VoicemailsService } from './voicemails.service';

const OF_OWN_QUEUES = 'Without the permission calls:read those of your own queues alone.';

@ApiTags('Voicemails')
@Controller('v1/voicemails')
export class VoicemailsController {
  constructor(
    private readonly voicemails: VoicemailsService,
    private readonly views: VoicemailViews,
  ) {}

  @Get()
  @Operation({
    summary: 'List voicemails', description: OF_OWN_QUEUES, permission: 'voicemails:read', answer: VoicemailDto, shape: 'page', shows: 'voicemails',
  })
  list(@CurrentPrincipal() principal: Principal, @Query() request: VoicemailsRequest) {
    return this.views.page(principal, request);
  }

  @Get(':id')
  @Operation({ summary: 'Read a voicemail', description: OF_OWN_QUEUES, permission: 'voicemails:read', id: 'voicemail', answer: VoicemailDto, shows: 'voicemails' })
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.views.get(principal, id);
  }

  @Get(':id/audio')
  @Operation({ summary: 'Listen to a voicemail', permission: 'voicemails:listen', id: 'voicemail', file: 'audio/wav', shows: 'voicemails' })
  @ByteRanges('audio/wav')
  async listen(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @Headers('Range') range?: string,
  ) {
    return sendFilePart(response, await this.voicemails.audio(principal, id, range));
  }

  @Post(':id/taken')
  @Operation({
    summary: 'Take a voicemail',
    description: 'I see to it. Where somebody else has taken it, the refusal names who; taken again by me, it stays as it is.',
    permission: 'voicemails:write',
    id: 'voicemail',
    answer: VoicemailDto,
  })
  take(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.voicemails.take(principal, id);
  }

  @Post(':id/done')
  @Operation({ summary: 'Finish a voicemail', description: 'Which somebody has taken.', permission: 'voicemails:write', id: 'voicemail', answer: VoicemailDto })
  finish(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.voicemails.finish(principal, id);
  }

  @Post(':id/reopened')
  @Operation({ summary: 'Reopen a voicemail', description: 'It waits for somebody again.', permission: 'voicemails:write', id: 'voicemail', answer: VoicemailDto })
  reopen(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.voicemails.reopen(principal, id);
  }

  @Delete(':id')
  @Operation({
    summary: "Delete a voicemail's audio",
    description: 'What is known of it stays, as the proof that it was deleted.',
    permission: 'voicemails:delete',
    id: 'voicemail',
  })
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.voicemails.remove(principal, id);
  }
}
