import { Injectable } from '@nestjs/common';
import type { LedLeg } from '../../../telephony/ivr/call-leader';
import { transferDestination } from '../../routing/domain/transfer-target';
import { NEXT_VARIABLE } from '../domain/claim';
import type { Announcement, Command, Input, Question } from '../domain/command';
import { SurveyBook } from '../../surveys/domain/survey-book';
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
    private readonly surveys: SurveyBook,
  ) {}

  async perform(leg: LedLeg, command: Command): Promise<Performed> {
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
        return this.giveBack(leg, transferDestination({ kind: 'queue', name: command.queue }));
      case 'transfer':
        return this.giveBack(leg, targetOf(command.to));
      case 'hang-up':
        await this.play(leg, command);
        await leg.execute('hangup', 'NORMAL_CLEARING');
        return { kind: 'hung-up' };
      case 'rated':
        await this.surveys.keep(leg.uuid, command.question, command.score);
        return { kind: 'done' };
    }
  }

  private async play(leg: LedLeg, announcement: Announcement): Promise<void> {
    for (const file of await this.voice.filesOf(announcement)) await leg.execute('playback', file);
  }

  /** What was pressed is judged by the script: the switch takes any key, and as few as one. */
  private async ask(leg: LedLeg, question: Question): Promise<Input> {
    const text = questionText(question, await this.voice.filesOf(question));
    return { kind: 'digits', digits: question.masked ? await this.askSecretly(leg, text) : await askFor(leg, text) };
  }

  /** The switch keeps all keys for the call's record (`digits_dialed`) and its log, but those it was told are sensitive. */
  private async askSecretly(leg: LedLeg, text: string): Promise<string> {
    await this.set(leg, 'sensitive_dtmf', 'true');
    const digits = await askFor(leg, text);
    await leg.execute('unset', DIGITS);
    await this.set(leg, 'sensitive_dtmf', 'false');
    return digits;
  }

  /** Its dialplan sends it on; see routing/domain/script-route.ts. */
  private async giveBack(leg: LedLeg, target: string): Promise<Performed> {
    await this.set(leg, NEXT_VARIABLE, target);
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

function targetOf(to: { agent: string } | { number: string }): string {
  return 'agent' in to ? transferDestination({ kind: 'agent', number: to.agent }) : to.number;
}

async function askFor(leg: LedLeg, text: string): Promise<string> {
  const done = await leg.execute('play_and_get_digits', text);
  return done.get(`variable_${DIGITS}`) ?? '';
}
