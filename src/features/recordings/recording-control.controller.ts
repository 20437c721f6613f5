import { Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { RecordingControl } from './recording-control.service';
import { RecordingStateDto } from './recordings.dto';

const UUID = ApiParam({
  name: 'uuid',
  description: "The switch's name of the call, as the live picture has it.",
  schema: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
  example: '4f236891-fbee-42a6-9673-d7b573c5a171',
});

@ApiTags('Recordings')
@Controller('v1/calls/:uuid/recording')
export class RecordingControlController {
  constructor(private readonly control: RecordingControl) {}

  @Post('pause')
  @UUID
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
  @UUID
  @Operation({ summary: "Resume a call's recording", permission: 'recordings:pause', answer: RecordingStateDto })
  resume(@CurrentPrincipal() principal: Principal, @Param('uuid') uuid: string) {
    return this.control.resume(principal, uuid);
  }
}
