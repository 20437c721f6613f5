import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeIvrScriptDto, CheckDto, CheckRequestDto, CreateIvrScriptDto, IvrScriptDto, TryAnswerDto, TryRequestDto, WholeIvrScriptDto } from './ivr-scripts.dto';
import { IvrScriptsService } from './ivr-scripts.service';
import { ScriptTrialService } from './script-trial.service';

@ApiTags('IVR scripts')
@Controller('v1/ivr-scripts')
export class IvrScriptsController {
  constructor(
    private readonly scripts: IvrScriptsService,
    private readonly trials: ScriptTrialService,
  ) {}

  @Get()
  @Operation({ summary: 'List IVR scripts', permission: 'ivr-scripts:read', answer: IvrScriptDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.scripts.list(request);
  }

  @Post()
  @Operation({ summary: 'Create an IVR script', permission: 'ivr-scripts:write', answer: WholeIvrScriptDto, status: 201, body: 'large' })
  create(@Body() body: CreateIvrScriptDto) {
    return this.scripts.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read an IVR script and its draft', permission: 'ivr-scripts:read', id: 'ivrScript', answer: WholeIvrScriptDto })
  get(@Param('id') id: string) {
    return this.scripts.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: "Save an IVR script's draft",
    description: 'Callers go on with the live version. A draft may be half done; /check tells what is missing.',
    permission: 'ivr-scripts:write',
    id: 'ivrScript',
    answer: WholeIvrScriptDto,
    ifMatch: true,
    body: 'large',
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeIvrScriptDto) {
    return this.scripts.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove an IVR script that nothing uses', permission: 'ivr-scripts:write', id: 'ivrScript', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.scripts.remove(id, version);
  }

  @Post(':id/check')
  @Operation({
    summary: 'Check a document before it is saved or published',
    permission: 'ivr-scripts:read',
    id: 'ivrScript',
    answer: CheckDto,
    status: 200,
    body: 'large',
  })
  check(@Param('id') id: string, @Body() { document }: CheckRequestDto) {
    return this.scripts.check(id, document);
  }

  @Post(':id/try')
  @Operation({
    summary: 'Walk through a script without a call',
    description: 'Send what came of every command so far; the answer tells what the caller would hear next.',
    permission: 'ivr-scripts:read',
    id: 'ivrScript',
    answer: TryAnswerDto,
    status: 200,
    body: 'large',
  })
  try(@Param('id') id: string, @Body() body: TryRequestDto) {
    return this.trials.try(id, body);
  }
}
