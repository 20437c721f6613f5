import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { WrapUpGate } from '../agents/domain/wrap-up-gate';
import { LiveReader } from '../live/live.reader';
import { QueuesReader } from '../queues/queues.reader';
import { ChosenCodes } from './domain/chosen-codes';
import { isCodeMissing } from './domain/wrap-up-code';
import { WrapUpCodesReader } from './wrap-up-codes.reader';

/** Queues that want a code for each of their calls. */
@Injectable()
export class RequiredCodes extends WrapUpGate {
  constructor(
    private readonly live: LiveReader,
    private readonly queues: QueuesReader,
    private readonly codes: WrapUpCodesReader,
    private readonly chosen: ChosenCodes,
  ) {
    super();
  }

  override async check(agent: string): Promise<void> {
    const call = await this.live.lastServedBy(agent);
    if (!call || !(await this.queues.requiresWrapUpCode(call.queue))) return;
    const state = { queue: call.queue, required: true, chosen: await this.chosen.hasChosen(call.uuid, agent) };
    if (!isCodeMissing(await this.codes.all(), state)) return;
    throw AppError.invalid('/wrap_up_code', `is required: the queue ${call.queue} wants one before the wrap-up is ended`);
  }
}
