import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { DifferenceDto, DifferenceRequest, IvrScriptVersionsDto, PublishDto, WholeIvrScriptDto, WholeIvrScriptVersionDto } from './ivr-scripts.dto';
import { ScriptVersionsService } from './script-versions.service';

@ApiTags('IVR scripts')
@Controller('v1')
export class ScriptVersionsController {
  constructor(private readonly versions: ScriptVersionsService) {}

  @Get('ivr-scripts/:id/versions')
  @Operation({ summary: 'List what was published of an IVR script', permission: 'ivr-scripts:read', id: 'ivrScript', answer: IvrScriptVersionsDto })
  list(@Param('id') id: string) {
    return this.versions.list(id);
  }

  @Get('ivr-script-versions/:id')
  @Operation({ summary: 'Read a published version', permission: 'ivr-scripts:read', id: 'ivrScriptVersion', answer: WholeIvrScriptVersionDto })
  get(@Param('id') id: string) {
    return this.versions.get(id);
  }

  @Get('ivr-scripts/:id/difference')
  @Operation({ summary: 'Compare two versions, or one with the draft', permission: 'ivr-scripts:read', id: 'ivrScript', answer: DifferenceDto })
  difference(@Param('id') id: string, @Query() { from, to }: DifferenceRequest) {
    return this.versions.difference(id, from, to);
  }

  @Post('ivr-scripts/:id/publish')
  @Operation({
    summary: 'Publish the draft, or an earlier version again',
    description: 'From the next call on. Calls that are under way keep their version.',
    permission: 'ivr-scripts:write',
    id: 'ivrScript',
    answer: WholeIvrScriptDto,
    status: 200,
    ifMatch: true,
  })
  publish(@Param('id') id: string, @IfMatch() version: number, @Body() body: PublishDto) {
    return this.versions.publish(id, version, body);
  }

  @Post('ivr-scripts/:id/withdraw')
  @Operation({
    summary: 'Take an IVR script out of service',
    description: "Callers go straight to their number's queue.",
    permission: 'ivr-scripts:write',
    id: 'ivrScript',
    answer: WholeIvrScriptDto,
    status: 200,
    ifMatch: true,
  })
  withdraw(@Param('id') id: string, @IfMatch() version: number) {
    return this.versions.withdraw(id, version);
  }
}
