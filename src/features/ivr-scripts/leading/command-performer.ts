import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { Verdict } from '../../../telephony/calls/verdict';
import type { LedLeg } from '../../../telephony/ivr/call-leader';
import { CallbackBook } from '../../callbacks/domain/callback-book';
import { SILENCE_BELOW } from '../../recordings/domain/speech-end';
import { LANGUAGE_VARIABLE } from '../../routing/domain/known-caller';
import { transferDestination } from '../../routing/domain/transfer-target';
import { NEXT_VARIABLE, RECORDINGS_VARIABLE } from '../domain/claim';
import type { Announcement, Command, Input, Question, Target } from '../domain/command';
import { SurveyBook } from '../../surveys/domain/survey-book';
import { NoticeBook } from '../../notices/domain/notice-book';
import { VoicemailBook } from '../../voicemails/domain/voicemail-book';
import { ClientLookUp } from './client-look-up';
import { LastAgents } from './last-agents';
import { ScriptFacts } from './script-facts';
import { Voice } from './voice';

type CallbackCommand = Extract<Command, { kind: 'callback' }>;
type VoicemailCommand = Extract<Command, { kind: 'voicemail' }>;

const DIGITS = 'seatline_digits';
/** Where nothing is said, the question still has to be asked. */
const SILENCE = 'silence_stream://100';
/** From here on what is said is recorded. */
const BEEP = 'tone_stream://%(500,0,640)';
/** Seconds of silence that end a message. */
const SILENCE_SECONDS = 4;

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
    private readonly callbacks: CallbackBook,
    private readonly voicemails: VoicemailBook,
    private readonly notices: NoticeBook,
    private readonly lastAgents: LastAgents,
    private readonly clock: Clock,
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
      case 'queue': {
        const { priority, exitKeys, language } = command;
        const place = { cc_base_score: String(priority), cc_exit_keys: exitKeys, [LANGUAGE_VARIABLE]: language };
        return this.giveBack(leg, transferDestination({ kind: 'queue', name: command.queue }), place);
      }
      case 'callback':
        return this.callBack(leg, command);
      case 'notice': {
        const { by: channel, to, subject, text } = command;
        const isTaken = await this.notices.ask({ callUuid: leg.uuid, callerNumber: leg.callerNumber ?? null, channel, to, subject, text });
        return { kind: isTaken ? 'done' : 'failed' };
      }
      case 'voicemail':
        return this.record(leg, command);
      case 'transfer':
        return this.transfer(leg, command.to);
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
    await this.set(leg, { sensitive_dtmf: 'true' });
    const digits = await askFor(leg, text);
    await this.set(leg, { [DIGITS]: '', sensitive_dtmf: 'false' });
    return digits;
  }

  /** Its dialplan sends it on; see routing/domain/script-route.ts. */
  private async giveBack(leg: LedLeg, target: string, besides: Record<string, string> = {}): Promise<Performed> {
    await this.set(leg, { ...besides, [NEXT_VARIABLE]: target });
    return { kind: 'left' };
  }

  /** The dialplan brings back whom it has led to nobody. */
  private async transfer(leg: LedLeg, to: Target): Promise<Performed> {
    if ('number' in to) return this.giveBack(leg, to.number);
    const number = 'agent' in to ? to.agent : await this.lastAgents.readyFor(leg.callerNumber ?? '', to.lastAgentDays);
    return number === null ? { kind: 'back', why: 'failed' } : this.giveBack(leg, transferDestination({ kind: 'agent', number }));
  }

  /** In the place that he has in the queue; whoever has not been in it yet comes to its end. */
  private async callBack(leg: LedLeg, { queue, number, priority, calendar, terms }: CallbackCommand): Promise<Input> {
    const joined = Number(leg.variable('cc_queue_joined_epoch') ?? 0) * 1000 || this.clock.now().getTime();
    const placeAt = new Date(joined - priority * 1000);
    const callerNumber = leg.variable('seatline_number') ?? null;
    if (!(await this.callbacks.ask({ callUuid: leg.uuid, queue, number, callerNumber, placeAt, calendar, terms }))) return { kind: 'failed' };
    const chosen: Verdict = 'callback';
    await this.set(leg, { seatline_outcome: chosen });
    return { kind: 'done' };
  }

  /**
   * Whoever hangs up while he speaks has left a message all the same, and so has whoever's script dies with its process: the
   * switch goes on writing, and what is expected is written down before.
   */
  private async record(leg: LedLeg, { queue, maxSeconds, ...announcement }: VoicemailCommand): Promise<Input> {
    await this.play(leg, announcement);
    const known = { callUuid: leg.uuid, queue, number: leg.callerNumber ?? null, customerId: leg.variable('seatline_customer') ?? null };
    const folder = leg.variable(RECORDINGS_VARIABLE);
    const file = folder === undefined ? null : await this.voicemails.expect(known);
    if (file === null) return { kind: 'failed' };
    await this.set(leg, { playback_terminators: '#' });
    await leg.execute('playback', BEEP);
    await leg.execute('record', [`${folder}/${file}`, maxSeconds, SILENCE_BELOW, SILENCE_SECONDS].join(' '));
    await this.set(leg, { playback_terminators: '' });
    return { kind: 'done' };
  }

  /** All at once: each application that is executed from outside waits for the leg's next packet of audio. An empty value removes one. */
  private async set(leg: LedLeg, variables: Record<string, string>): Promise<void> {
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    await leg.execute('multiset', `^^;${assignments.join(';')}`);
  }
}

/** `min max tries timeout terminators file bad-file variable regex digit-timeout`. */
function questionText({ most, terminator, firstDigitMs, nextDigitMs }: Question, files: readonly string[]): string {
  const file = files.length === 0 ? SILENCE : files.length === 1 ? files[0] : `file_string://${files.join('!')}`;
  return [1, most, 1, firstDigitMs, `'${terminator}'`, file, `''`, DIGITS, `'[0-9*#]+'`, nextDigitMs].join(' ');
}

async function askFor(leg: LedLeg, text: string): Promise<string> {
  const done = await leg.execute('play_and_get_digits', text);
  return done.get(`variable_${DIGITS}`) ?? '';
}
