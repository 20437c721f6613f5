import { Injectable } from '@nestjs/common';
import type { LedLeg } from '../../../telephony/ivr/call-leader';
import type { Announcement, Command, Input, Question } from '../domain/command';
import { ClientLookUp } from './client-look-up';
import { ScriptFacts } from './script-facts';
import { Voice } from './voice';

const DIGITS = 'seatline_digits';
/** Where nothing is said, the question still has to be asked. */
const SILENCE = 'silence_stream://100';

/** Of a command: what came of it, or that the leg is no longer in our hands. */
export type Performed = Input | { kind: 'left' };

/** Does on a leg what a script wants. */
@Injectable()
export class CommandPerformer {
  constructor(
    private readonly voice: Voice,
    private readonly facts: ScriptFacts,
    private readonly lookUps: ClientLookUp,
  ) {}

  /** @param context the dialplan context of the leg's tenant */
  async perform(leg: LedLeg, command: Command, context: string): Promise<Performed> {
    switch (command.kind) {
      case 'play':
        await this.play(leg, command);
        return { kind: 'done' };
      case 'ask':
        return this.ask(leg, command);
      case 'look':
        return this.facts.look(command.calendars, command.queues);
      case 'look-up': {
        const [found] = await Promise.all([this.lookUps.ask(command), this.play(leg, command)]);
        return found;
      }
      case 'queue':
        await this.set(leg, 'cc_base_score', String(command.priority));
        await this.set(leg, 'cc_exit_keys', command.exitKeys);
        return this.transfer(leg, `queue-${command.queue}`, context);
      case 'transfer':
        return this.transfer(leg, 'agent' in command.to ? `agent-${command.to.agent}` : command.to.number, context);
      case 'hang-up':
        await this.play(leg, command);
        await leg.execute('hangup', 'NORMAL_CLEARING');
        return { kind: 'hung-up' };
      case 'record':
        return { kind: 'failed' };
      case 'rated':
        return { kind: 'done' };
    }
  }

  private async play(leg: LedLeg, announcement: Announcement): Promise<void> {
    for (const file of await this.voice.filesOf(announcement)) await leg.execute('playback', file);
  }

  /** What was pressed is judged by the script: the switch takes any key, and as few as one. */
  private async ask(leg: LedLeg, question: Question): Promise<Input> {
    const files = await this.voice.filesOf(question);
    const done = await leg.execute('play_and_get_digits', questionText(question, files));
    const digits = done.get(`variable_${DIGITS}`) ?? '';
    // or it would stand in the record of the call
    if (question.masked) await leg.execute('unset', DIGITS);
    return { kind: 'digits', digits };
  }

  private async transfer(leg: LedLeg, destination: string, context: string): Promise<Performed> {
    await leg.execute('transfer', `${destination} XML ${context}`);
    return { kind: 'left' };
  }

  private async set(leg: LedLeg, variable: string, value: string): Promise<void> {
    await leg.execute('set', `${variable}=${value}`);
  }
}

/** `min max tries timeout terminators file bad-file variable regex digit-timeout`. */
function questionText({ most, terminator, firstDigitMs, nextDigitMs }: Question, files: readonly string[]): string {
  const file = files.length === 0 ? SILENCE : files.length === 1 ? files[0] : `file_string://${files.join('!')}`;
  return [1, most, 1, firstDigitMs, `'${terminator}'`, file, `''`, DIGITS, `'[0-9*#]+'`, nextDigitMs].join(' ');
}
