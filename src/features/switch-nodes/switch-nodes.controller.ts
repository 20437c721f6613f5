import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { SwitchNodesDto } from './switch-nodes.dto';
import { SwitchNodesReader } from './switch-nodes.reader';

@ApiTags('Operations')
@Controller('v1/switch-nodes')
export class SwitchNodesController {
  constructor(private readonly nodes: SwitchNodesReader) {}

  @Get()
  @Operation({
    summary: 'Read how the switch nodes are',
    description: 'And what the reconciler had to mend on each in the last 24 hours.',
    permission: 'operations:read',
    scope: 'provider',
    answer: SwitchNodesDto,
  })
  all() {
    return this.nodes.all();
  }
}
