import type { Schemas } from '../../api/types';
import { isObject } from './document';

export type TryInput = Schemas['TryInputDto'];
export type TryAnswer = Schemas['TryAnswerDto'];

/** A command of a trial call, with the fields that its kind has; the wire leaves them open. */
export interface Command {
  kind: string;
  spoken: { text?: string; sound?: string }[];
  least: number;
  most: number;
  masked: boolean;
  calendars: string[];
  queues: string[];
  url: string;
  keep: string[];
  queue: string;
  priority: number;
  exitKeys: string;
  to: string;
  lastAgentDays: number;
  by: string;
  subject: string;
  text: string;
  question: string;
  score: number;
}

export function commandOf(sent: unknown): Command {
  const command = isObject(sent) ? sent : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  const to = isObject(command['to']) ? command['to'] : {};
  return {
    kind: text(command['kind']),
    spoken: list(command['spoken']).filter(isObject),
    least: count(command['least']),
    most: count(command['most']),
    masked: command['masked'] === true,
    calendars: list(command['calendars']).map(text),
    queues: list(command['queues']).map(text),
    url: text(command['url']),
    keep: Object.keys(isObject(command['keep']) ? command['keep'] : {}),
    queue: text(command['queue']),
    priority: count(command['priority']),
    exitKeys: text(command['exitKeys']),
    to: text(command['to']) || text(to['agent']) || text(to['number']),
    lastAgentDays: count(to['lastAgentDays']),
    by: text(command['by']),
    subject: text(command['subject']),
    text: text(command['text']),
    question: text(command['question']),
    score: count(command['score']),
  };
}

/** What needs nobody to say what came of it. */
export function goesOn({ commands, ended }: TryAnswer): boolean {
  return !ended && commandOf(commands.at(-1)).kind === 'play';
}

/** The steps of one script that a call went through, and whether it is in it now. */
export function trailOf(script: string, { path, step, ended }: TryAnswer): { walked: string[]; here: string | null } {
  const prefix = `${script}/`;
  const last = path.at(-1) ?? '';
  return {
    walked: path.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length)),
    here: !last.startsWith(prefix) || (step === null && !ended) ? null : last.slice(prefix.length),
  };
}
