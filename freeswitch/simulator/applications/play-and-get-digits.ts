import type { Channel } from '../channels/channel';
import { playFile } from '../channels/playback';
import { transferChannel } from '../channels/bridge';
import { separateWords } from '../core/separate-string';
import { toRegExp } from '../dialplan/parse-condition';
import type { Application } from './application';

interface Question {
  readonly min: number;
  readonly max: number;
  readonly tries: number;
  readonly timeoutMs: number;
  readonly terminators: string;
  readonly file: string;
  readonly badFile: string;
  readonly variable: string;
  readonly pattern: string;
  readonly digitTimeoutMs: number;
  readonly onFailure: string;
}

const WORDS = 11;

/** `min max tries timeout terminators file bad-file variable regex digit-timeout on-failure`. */
function parseQuestion(argument: string): Question {
  const words = separateWords(argument, WORDS);
  const number = (at: number, otherwise: number): number => Number.parseInt(words[at] ?? '', 10) || otherwise;
  const timeoutMs = number(3, 1000);
  return {
    min: Math.max(number(0, 1), 1), max: number(1, 1), tries: number(2, 1), timeoutMs,
    terminators: words[4] ?? '', file: words[5] ?? '', badFile: words[6] ?? '', variable: words[7] ?? '',
    pattern: words[8] ?? '', digitTimeoutMs: number(9, timeoutMs), onFailure: words[10] ?? '',
  };
}

export const playAndGetDigits: Application = async (_, channel, argument) => {
  const question = parseQuestion(argument);
  channel.set('read_result', undefined);
  if (question.variable) channel.set(question.variable, undefined);
  for (let tried = 0; tried < question.tries && channel.ready; tried++) {
    const digits = await ask(channel, question);
    if (accepted(question, digits)) {
      channel.set('read_result', 'success');
      if (question.variable) channel.set(question.variable, digits);
      return;
    }
    if (question.variable) channel.set(`${question.variable}_invalid`, digits);
    if (channel.ready && question.badFile) await playFile(channel, question.badFile, () => false);
  }
  channel.set('read_result', channel.ready ? 'failure' : 'hangup');
  if (question.onFailure && channel.ready) transferChannel(channel, question.onFailure.split(' '));
};

/** `read min max file variable timeout terminators`. */
export const read: Application = async (_, channel, argument) => {
  const words = separateWords(argument, 6);
  const [min = '1', max = '1', file = '', variable = '', timeout = '1000', terminators = ''] = words;
  const timeoutMs = Number(timeout);
  const digits = await ask(channel, {
    min: Number(min), max: Number(max), tries: 1, timeoutMs, terminators, file, badFile: '', variable, pattern: '',
    digitTimeoutMs: timeoutMs, onFailure: '',
  });
  channel.set('read_result', digits.length >= Number(min) ? 'success' : 'timeout');
  if (variable) channel.set(variable, digits);
};

async function ask(channel: Channel, question: Question): Promise<string> {
  let digits = '';
  const end = question.file && question.file !== 'silence'
    ? await playFile(channel, question.file, () => true) : undefined;
  if (end?.how === 'digit') {
    if (question.terminators.includes(end.digit)) return digits;
    digits = end.digit;
  }
  while (digits.length < question.max && channel.ready) {
    const patience = digits === '' ? question.timeoutMs : question.digitTimeoutMs;
    if (!(await channel.waitUntil(() => !channel.ready || channel.digits.length > 0, patience))) break;
    const digit = channel.ready ? channel.takeDigit() : undefined;
    if (digit === undefined || question.terminators.includes(digit)) break;
    digits += digit;
  }
  return digits;
}

function accepted(question: Question, digits: string): boolean {
  if (digits.length < question.min) return false;
  return question.pattern === '' || (toRegExp(question.pattern)?.test(digits) ?? false);
}
