import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CALL_UUID } from '../../platform/http/call-uuid';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { CallNotesDto, WriteCallNoteDto } from './call-notes.dto';
import { CallNotesService } from './call-notes.service';

@ApiTags('Calls')
@Controller('v1/calls/:uuid/notes')
export class CallNotesController {
  constructor(private readonly notes: CallNotesService) {}

  @Get()
  @CALL_UUID
  @Operation({
    summary: "Read a call's notes",
    description: 'Of your own calls; of all with the permission personal-data:read.',
    permission: 'agents:own-status',
    answer: CallNotesDto,
    shows: 'call-notes',
  })
  read(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string) {
    return this.notes.read(principal, uuid);
  }

  @Put()
  @CALL_UUID
  @Operation({
    summary: 'Write my note about a call',
    description: 'From the offer on until the end of the day; written again it takes the place of the one before.',
    permission: 'agents:own-status',
    answer: CallNotesDto,
  })
  write(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string, @Body() body: WriteCallNoteDto) {
    return this.notes.write(principal, uuid, body);
  }
}
