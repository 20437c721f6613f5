import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { CallBackDto, CallbackDetailsDto } from './callbacks.dto';
import { CallbacksService } from './callbacks.service';

@ApiTags('Callbacks')
@Controller('v1/calls/:id/callback')
export class CallCallbacksController {
  constructor(private readonly callbacks: CallbacksService) {}

  @Post()
  @Operation({
    summary: 'Call back whoever placed a call',
    description:
      'Whoever gave up waiting keeps his place in the queue: it counts from the beginning of his call. While a callback is open for the number in that queue, it is that one.',
    permission: 'callbacks:write',
    id: 'call',
    answer: CallbackDetailsDto,
    status: 201,
  })
  answer(@Param('id') id: string, @Body() body: CallBackDto) {
    return this.callbacks.answer(id, body);
  }
}
