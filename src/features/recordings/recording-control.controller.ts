import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CALL_UUID } from '../../platform/http/call-uuid';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { RecordingControl } from './recording-control.service';
import { RecordingStateDto } from './recordings.dto';

@ApiTags('Recordings')
@Controller('v1/calls/:uuid/recording')
export class RecordingControlController {
  constructor(private readonly control: RecordingControl) {}

  @Post('pause')
  @CALL_UUID
  @Operation({
    summary: "Pause a call's recording",
    description: 'From the answer on the recording holds silence, until it is resumed or the call ends.',
    permission: 'recordings:pause',
    answer: RecordingStateDto,
  })
  pause(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string) {
    return this.control.pause(principal, uuid);
  }

  @Post('resume')
  @CALL_UUID
  @Operation({ summary: "Resume a call's recording", permission: 'recordings:pause', answer: RecordingStateDto })
  resume(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string) {
    return this.control.resume(principal, uuid);
  }
}
