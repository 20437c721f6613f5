import { Injectable } from '@nestjs/common';
import { CallTracker } from '../calls/call-tracker';
import { type Conversation, conversationOf } from '../calls/conversation';
import { HANDED_OVER, HANDED_OVER_MARK } from '../calls/handed-over';
import { bridgeLegsCommand, killLegCommand, setLegVariableCommand, transferLegCommand } from '../esl/commands';
import { SwitchLink } from '../link/switch-link';
import type { CommandOutcome, JoinCommand, TransferCommand } from './switch-command';

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

  /**
   * The switch parts both pairs for it; what is left of them is the seat's two legs, which would stay on alone. They are
   * marked first: one may end by itself before it is ended.
   */
  async join({ callUuid, otherCallUuid, seat }: JoinCommand): Promise<CommandOutcome> {
    const [held, consulted] = [this.conversation(callUuid, seat), this.conversation(otherCallUuid, seat)];
    if (!held || !consulted) return 'refused';
    const own = [held.near.uuid, consulted.near.uuid];
    for (const uuid of own) await this.link.api(setLegVariableCommand(uuid, HANDED_OVER_MARK, 'true'));
    const reply = await this.link.api(bridgeLegsCommand(held.far.uuid, consulted.far.uuid));
    if (!reply.ok) {
      for (const uuid of own) await this.link.api(setLegVariableCommand(uuid, HANDED_OVER_MARK, ''));
      return 'refused';
    }
    for (const uuid of own) await this.link.api(killLegCommand(uuid, HANDED_OVER));
    return 'done';
  }

  private conversation(callUuid: string, seat: string | null): Conversation | null {
    const call = this.calls.call(callUuid);
    return call === undefined ? null : conversationOf(call, seat);
  }
}
