import type { Command, Input, Spoken, Target } from '../../src/features/ivr-scripts/domain/command';

/** What a caller would hear and the switch would do, in a line or two. */
export function narrate(command: Command): string {
  switch (command.kind) {
    case 'play':
      return heard(command.spoken);
    case 'ask':
      return `${heard(command.spoken)}\n  ? ${command.least} to ${command.most} keys within ${command.firstDigitMs / 1000} s`;
    case 'look':
      return `  ? ${[...command.calendars.map((name) => `is ${name} open`), ...command.queues.map((name) => `how is ${name}`)].join(', ')}`;
    case 'look-up':
      return `${heard(command.spoken)}\n  ? ${command.method} ${command.url}`.trim();
    case 'queue':
      return `  → waits in the queue ${command.queue}${command.priority > 0 ? ` as if ${command.priority} s longer` : ''}`;
    case 'callback':
      return `  → ${command.number} is to be called back by ${command.queue} within ${command.terms.windowMinutes} min`;
    case 'notice':
      return `  → ${command.by} to ${command.to}: “${[command.subject, command.text].filter(Boolean).join(': ')}”`;
    case 'voicemail':
      return `${heard(command.spoken)}\n  ? a message for ${command.queue}, ${command.maxSeconds} s at the most`.trim();
    case 'transfer':
      return `  → to ${whom(command.to)}`;
    case 'hang-up':
      return `${heard(command.spoken)}\n  the call ends`.trim();
    case 'rated':
      return `  ${command.question}: ${command.score}`;
  }
}

function whom(to: Target): string {
  if ('agent' in to) return `agent ${to.agent}`;
  return 'number' in to ? to.number : `the agent of the last ${to.lastAgentDays} days`;
}

/** What may be typed after a command; empty where nothing is asked. */
export function choicesOf({ kind }: Command): string {
  switch (kind) {
    case 'ask':
      return 'keys, or nothing';
    case 'look':
      return 'open NAME…, or nothing';
    case 'look-up':
      return 'found NAME=VALUE…, not-found, failed';
    case 'queue':
      return 'served, timed-out, no-agents, key K, failed';
    case 'callback':
    case 'notice':
    case 'voicemail':
      return 'done, failed';
    case 'transfer':
      return 'served, failed';
    default:
      return '';
  }
}

/** @returns null for what is no answer to the command */
export function readAnswer({ kind }: Command, line: string): Input | null {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  switch (kind) {
    case 'ask':
      return /^[0-9*#]*$/.test(word) ? { kind: 'digits', digits: word } : null;
    case 'look':
      return word === '' || word === 'open' ? { kind: 'facts', open: Object.fromEntries(rest.map((name) => [name, true])), queues: {} } : null;
    case 'look-up':
      return lookedUp(word, rest);
    case 'callback':
    case 'notice':
    case 'voicemail':
      return word === 'done' || word === 'failed' ? { kind: word } : null;
    case 'queue':
    case 'transfer':
      return cameBack(word, rest);
    default:
      return { kind: 'done' };
  }
}

function lookedUp(word: string, rest: string[]): Input | null {
  if (word === 'found') return { kind: 'found', values: Object.fromEntries(rest.map((pair) => pair.split('=', 2)).map(([name = '', value = '']) => [name, value])) };
  return word === 'not-found' || word === 'failed' ? { kind: word } : null;
}

function cameBack(word: string, [key = '']: string[]): Input | null {
  if (word === 'key') return { kind: 'back', why: 'key', key };
  return word === 'served' || word === 'timed-out' || word === 'no-agents' || word === 'failed' ? { kind: 'back', why: word } : null;
}

function heard(spoken: readonly Spoken[]): string {
  return spoken.map((each) => ('text' in each ? `“${each.text}”` : `[${each.sound}]`)).join(' ');
}
