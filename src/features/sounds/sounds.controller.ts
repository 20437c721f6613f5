import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { sendFilePart } from '../../platform/http/file-part';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { SoundTakesService } from './sound-takes.service';
import { ChangeSoundDto, CreateSoundDto, PlayableSoundsDto, SoundDto, SoundUsesDto, SpokenTextDto } from './sounds.dto';
import { SoundsReader } from './sounds.reader';
import { SoundsService } from './sounds.service';
import { MAKING_RATE } from './making-rate';

@ApiTags('Sounds')
@Controller('v1/sounds')
export class SoundsController {
  constructor(
    private readonly sounds: SoundsService,
    private readonly takes: SoundTakesService,
    private readonly reader: SoundsReader,
  ) {}

  @Get()
  @Operation({ summary: 'List sounds', permission: 'sounds:read', answer: SoundDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.sounds.list(request);
  }

  @Post()
  @Operation({ summary: 'Create a sound', description: 'Its takes come after it.', permission: 'sounds:write', answer: SoundDto, status: 201 })
  create(@Body() body: CreateSoundDto) {
    return this.sounds.create(body);
  }

  @Get('playable')
  @Operation({ summary: 'List the names that can be played', description: "The tenant's own sounds that have a take, and those of the platform.", permission: 'sounds:read', answer: PlayableSoundsDto })
  async playable() {
    return { sounds: await this.reader.playable() };
  }

  @Post('spoken')
  @Operation({ summary: 'Listen to a text', description: 'As it would be said to callers; nothing is changed.', permission: 'sounds:write', file: 'audio/wav', rate: MAKING_RATE })
  async spoken(@Body() body: SpokenTextDto, @Res({ passthrough: true }) response: Response) {
    return sendFilePart(response, await this.takes.preview(body));
  }

  @Get(':id')
  @Operation({ summary: 'Read a sound', permission: 'sounds:read', id: 'sound', answer: SoundDto })
  get(@Param('id') id: string) {
    return this.sounds.get(id);
  }

  @Get(':id/uses')
  @Operation({ summary: 'List what plays a sound', permission: 'sounds:read', id: 'sound', answer: SoundUsesDto })
  uses(@Param('id') id: string) {
    return this.sounds.usesOf(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a sound',
    description: 'One that is played keeps its name.',
    permission: 'sounds:write',
    id: 'sound',
    answer: SoundDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeSoundDto) {
    return this.sounds.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove a sound', description: 'Refused while something plays it.', permission: 'sounds:write', id: 'sound', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.sounds.remove(id, version);
  }
}
