import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ApiReply } from '../esl/api-reply';
import { CallTracker } from '../calls/call-tracker';
import { conversationOf } from '../calls/conversation';
import { changeSupervisionCommand, killLegCommand, legExistsCommand, superviseCommand } from '../esl/commands';
import { SwitchLink } from '../link/switch-link';
import type { CommandOutcome, SuperviseCommand, SupervisionCommand } from './switch-command';

/** How long a phone may take until it is being rung. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 50;

/** Lets a supervisor's phone listen to a call. */
@Injectable()
export class CallListener {
  constructor(
    private readonly calls: CallTracker,
    private readonly link: SwitchLink,
  ) {}

  async carryOut(command: SupervisionCommand): Promise<CommandOutcome> {
    switch (command.kind) {
      case 'supervise':
        return this.begin(command);
      case 'change-supervision':
        if (!(await this.exists(command.legUuid))) return 'refused';
        return (await this.link.send(changeSupervisionCommand(command.legUuid, command.mode))).ok ? 'done' : 'refused';
      case 'end-supervision':
        if ((await this.link.api(killLegCommand(command.legUuid))).ok) return 'done';
        return (await this.exists(command.legUuid)) ? 'unknown' : 'done';
      case 'find-leg':
        return (await this.exists(command.legUuid)) ? 'done' : 'refused';
    }
  }

  /** Done when the phone is being rung: the originate itself is done only when somebody answers there. */
  private async begin(command: SuperviseCommand): Promise<CommandOutcome> {
    const call = this.calls.call(command.callUuid);
    const conversation = call === undefined ? null : conversationOf(call, null);
    if (!conversation || conversation.near.seat === command.extension) return 'refused';
    const { near } = conversation;
    let over: ApiReply | Error | undefined;
    this.link
      .bgapi(superviseCommand({ ...command, targetLegUuid: near.uuid, shown: near.seat ?? '' }))
      .then((reply) => (over = reply))
      .catch((error: Error) => (over = error));
    for (const asked = Date.now(); Date.now() - asked < PATIENCE_MS; await sleep(LOOK_MS)) {
      if (await this.exists(command.legUuid)) return 'done';
      if (over !== undefined) return over instanceof Error ? 'unknown' : 'refused';
    }
    return 'unknown';
  }

  private async exists(legUuid: string): Promise<boolean> {
    const reply = await this.link.api(legExistsCommand(legUuid));
    return reply.ok && reply.text.trim() === 'true';
  }
}
