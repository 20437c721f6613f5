import { LONGEST_NOTICE, LONGEST_SUBJECT, NOTICE_CHANNELS, type NoticeChannel } from '../../../notices/domain/notice';
import type { Call } from '../call';
import { readSpokenText } from '../read-prompts';
import { renderText, textIn, variablesOf } from '../render-prompts';
import type { SpokenText } from '../script';
import { readNext, readVariable } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** An SMS or an e-mail, which is sent while the caller goes on. */
export interface NoticeStep {
  type: 'notice';
  by: NoticeChannel;
  /** The variable that holds the number, or the address. */
  recipient: string;
  /** Of an e-mail. */
  subject: SpokenText | undefined;
  text: SpokenText;
  next: string;
  /** Where it will not be sent: no such number or address, no way to send it, or too many. */
  onFailure: string;
}

export const notice: StepKind<NoticeStep> = {
  type: 'notice',
  read: (at) => {
    const [by, recipient, subject] = [at.field('by').choice(NOTICE_CHANNELS, 'sms'), at.field('recipient'), at.field('subject')];
    if (by === 'email' && !recipient.present) recipient.refuse('must name the variable that holds the e-mail address');
    if (by === 'email' && !subject.present) subject.refuse('must say what the e-mail is about');
    if (by === 'sms' && subject.present) subject.refuse('is for e-mails alone');
    return {
      type: 'notice',
      by,
      recipient: recipient.present ? readVariable(recipient) : 'caller_number',
      subject: by === 'email' && subject.present ? readSpokenText(subject, { max: LONGEST_SUBJECT }) : undefined,
      text: readSpokenText(at.field('text'), { max: LONGEST_NOTICE[by], lines: true }),
      next: readNext(at.field('next')),
      onFailure: readNext(at.field('on_failure')),
    };
  },
  exits: ({ next, onFailure }) => [
    { name: 'next', to: next, silent: true },
    { name: 'on_failure', to: onFailure, silent: true },
  ],
  mentions: (step) => ({ reads: variablesIn(step), keeps: variablesIn(step) }),
  enter: (step, call) => {
    // what is kept nowhere is not sent either, whichever script asked for it
    if (variablesIn(step).some((name) => call.masked.includes(name))) return go(call, 'on_failure');
    const { by, recipient, subject, text } = step;
    return wait(call, { kind: 'notice', by, to: call.variables[recipient] ?? '', subject: subject ? written(subject, call) : null, text: written(text, call) });
  },
  take: (_, call, input) => go(call, input.kind === 'done' ? 'next' : 'on_failure'),
};

function variablesIn({ recipient, subject = {}, text }: NoticeStep): string[] {
  return [recipient, ...[...Object.values(subject), ...Object.values(text)].flatMap(variablesOf)];
}

function written(text: SpokenText, call: Call): string {
  const { language, text: chosen } = textIn(text, call.language);
  return renderText(chosen, { ...call, language }).trim();
}
