import { readCommand, UsageError } from './command';

it.each([
  [['plan', 'a.yaml'], { verb: 'plan', target: 'a.yaml', yes: false }],
  [['apply', 'a.yaml'], { verb: 'apply', target: 'a.yaml', yes: false }],
  [['export', 'pharma'], { verb: 'export', target: 'pharma', yes: false }],
  [['remove', 'pharma'], { verb: 'remove', target: 'pharma', yes: false }],
  [['remove', '--yes', 'pharma'], { verb: 'remove', target: 'pharma', yes: true }],
])('%j', (args, command) => {
  expect(readCommand(args)).toEqual(command);
});

it.each([
  [[], 'Say what to do.'],
  [['frobnicate', 'x'], 'frobnicate: no such command'],
  [['toString', 'x'], 'toString: no such command'],
  [['apply'], 'apply: which tenant?'],
  [['plan', 'a', 'b', 'c'], 'b c: one tenant at a time'],
  [['apply', 'a', '--yes'], '--yes: only for remove'],
  [['export', 'a', '--all'], /--all/],
])('refuses %j', (args, reason) => {
  expect(() => readCommand(args)).toThrow(UsageError);
  expect(() => readCommand(args)).toThrow(reason);
});
