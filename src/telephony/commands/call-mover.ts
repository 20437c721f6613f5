import { Injectable } from '@nestjs/common';
import { CallTracker } from '../calls/call-tracker';
import { type Conversation, conversationOf } from '../calls/conversation';
import { bridgeLegsCommand, killLegCommand, transferLegCommand } from '../esl/commands';
import { SwitchLink } from '../link/switch-link';
import type { CommandOutcome, JoinCommand, TransferCommand } from './switch-command';

/** The cause with which legs end that gave their call away: see call-record.ts. */
const HANDED_OVER = 'ATTENDED_TRANSFER';

/** Moves whoever talks with a phone of a tenant elsewhere. */
@Injectable()
export class CallMover {
  constructor(
    private readonly calls: CallTracker,
    private readonly link: SwitchLink,
  ) {}

  async transfer({ callUuid, seat, destination, context }: TransferCommand): Promise<CommandOutcome> {
    const conversation = this.conversation(callUuid, seat);
    if (!conversation) return 'refused';
    const reply = await this.link.api(transferLegCommand(conversation.far.uuid, destination, context));
    return reply.ok ? 'done' : 'refused';
  }

  /** The switch parts both pairs for it; what is left of them is the seat's two legs, which would stay on alone. */
  async join({ callUuid, otherCallUuid, seat }: JoinCommand): Promise<CommandOutcome> {
    const [held, consulted] = [this.conversation(callUuid, seat), this.conversation(otherCallUuid, seat)];
    if (!held || !consulted) return 'refused';
    const reply = await this.link.api(bridgeLegsCommand(held.far.uuid, consulted.far.uuid));
    if (!reply.ok) return 'refused';
    for (const { near } of [held, consulted]) await this.link.api(killLegCommand(near.uuid, HANDED_OVER));
    return 'done';
  }

  private conversation(callUuid: string, seat: string | null): Conversation | null {
    const call = this.calls.call(callUuid);
    return call === undefined ? null : conversationOf(call, seat);
  }
}
