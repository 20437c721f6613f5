import { Body, Controller, Delete, Get, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { ChangeEmergencyDto, EmergencyDto, StartEmergencyDto } from './emergencies.dto';
import { EmergenciesService } from './emergencies.service';

@ApiTags('Numbers')
@Controller('v1/emergency')
export class EmergenciesController {
  constructor(private readonly emergencies: EmergenciesService) {}

  @Get()
  @Operation({
    summary: 'Read whether the emergency switch-over is on, since when and by whom',
    permission: 'signed-in',
    answer: EmergencyDto,
  })
  get() {
    return this.emergencies.get();
  }

  @Put()
  @Operation({
    summary: 'Switch every number over to a message',
    description:
      'From the next call on every number answers, plays the message and hangs up, whatever its script or hours; such a ' +
      'call is `closed`. Calls that are under way or wait in queues stay as they are. Asked again with the same it ' +
      'changes nothing; with another message or reason it is a conflict.',
    permission: 'emergency:write',
    answer: EmergencyDto,
  })
  start(@Body() body: StartEmergencyDto) {
    return this.emergencies.start(body);
  }

  @Patch()
  @Operation({
    summary: 'Change the message or the reason of the emergency switch-over',
    description: 'Callers hear the new message from the next call on. While it is off it is a conflict.',
    permission: 'emergency:write',
    answer: EmergencyDto,
  })
  change(@Body() body: ChangeEmergencyDto) {
    return this.emergencies.change(body);
  }

  @Delete()
  @Operation({
    summary: 'End the emergency switch-over',
    description: 'From the next call on numbers lead where they led before. Asked again it changes nothing.',
    permission: 'emergency:write',
  })
  end() {
    return this.emergencies.end();
  }
}
