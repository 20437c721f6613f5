import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkDependencies, formatViolation } from './dependencies';

const IGNORANT = 'platform knows no feature and no telephony: it may not import';
const DOORS = 'a feature reaches another through its *.module, *.reader, *.events or domain/ files only, not';
const CLOCK = 'a domain folder is pure: it is told the time, it does not look at a clock';
const CHANCE = 'a domain folder is pure: it is given its random values';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'seatline-dependencies-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** What the check says of a source tree. */
function violations(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkDependencies(root).map(formatViolation);
}

const queues = {
  'features/queues/queues.module.ts': '',
  'features/queues/queues.reader.ts': '',
  'features/queues/queues.events.ts': '',
  'features/queues/queues.service.ts': '',
  'features/queues/queue.entity.ts': '',
  'features/queues/domain/queue-settings.ts': '',
};

describe('platform', () => {
  it('imports neither a feature nor telephony, not even their types', () => {
    const found = violations({
      ...queues,
      'telephony/esl/frame.ts': '',
      'platform/jobs/jobs.ts': [
        `import '../clock/clock';`,
        `import type { Queue } from '../../features/queues/queue.entity';`,
        `export { frame } from '../../telephony/esl/frame';`,
      ].join('\n'),
      'platform/clock/clock.ts': '',
    });
    expect(found).toEqual([
      `src/platform/jobs/jobs.ts:2: ${IGNORANT} features/queues/queue.entity.ts`,
      `src/platform/jobs/jobs.ts:3: ${IGNORANT} telephony/esl/frame.ts`,
    ]);
  });
});

describe('modesl', () => {
  it.each([
    `import { Connection } from 'modesl';`,
    `import type { Connection } from 'modesl';`,
    `import modesl = require('modesl');`,
    `const modesl = require('modesl');`,
    `const modesl = () => import('modesl');`,
    `export type Link = import('modesl').Connection;`,
    `export * from 'modesl';`,
  ])('is imported by telephony/esl alone: %s', (text) => {
    const found = violations({ 'telephony/esl/link.ts': text, 'telephony/ivr/menu.ts': `\n${text}` });
    expect(found).toEqual(['src/telephony/ivr/menu.ts:2: only telephony/esl imports modesl']);
  });
});

describe('a feature', () => {
  it('reaches another through module, reader, events and domain', () => {
    const text = ['queues.module', 'queues.reader', 'queues.events', 'domain/queue-settings']
      .map((door) => `import '../queues/${door}';`)
      .join('\n');
    expect(violations({ ...queues, 'features/calls/calls.service.ts': text })).toEqual([]);
  });

  it.each(['queues.service', 'queue.entity'])('does not reach another through %s', (target) => {
    const text = `import type { Anything } from '../queues/${target}';`;
    expect(violations({ ...queues, 'features/calls/calls.service.ts': text })).toEqual([
      `src/features/calls/calls.service.ts:1: ${DOORS} features/queues/${target}.ts`,
    ]);
  });

  it('may use its own files and the platform', () => {
    const text = `import './call.entity';\nimport '../../platform/clock/clock.js';`;
    const files = { 'features/calls/call.entity.ts': '', 'platform/clock/clock.ts': '' };
    expect(violations({ ...files, 'features/calls/calls.service.ts': text })).toEqual([]);
  });

  it('may wire what it likes in its specs', () => {
    const text = `import '../queues/queues.service';`;
    expect(violations({ ...queues, 'features/calls/calls.service.spec.ts': text })).toEqual([]);
  });
});

describe('a domain folder', () => {
  const rate = 'features/usage/domain/rate.ts';

  it.each(['@nestjs/common', 'typeorm', 'node:fs', 'fs/promises', 'node:net', 'node:timers/promises', 'ioredis'])(
    'does not import %s',
    (name) => {
      expect(violations({ [rate]: `import x from '${name}';` })).toEqual([
        `src/${rate}:1: a domain folder is pure: it may not import ${name}`,
      ]);
    },
  );

  it.each([
    ['Date.now()', CLOCK],
    ['new Date()', CLOCK],
    ['new Date', CLOCK],
    ['performance.now()', CLOCK],
    ['setTimeout(() => 0, 1)', CLOCK],
    ['Math.random()', CHANCE],
    ['crypto.randomUUID()', CHANCE],
  ])('does not call %s', (expression, rule) => {
    expect(violations({ [rate]: `\n\nexport const value = () => ${expression};` })).toEqual([`src/${rate}:3: ${rule}`]);
  });

  it('computes with given dates, hashes and types', () => {
    const text = [
      `import { createHash } from 'node:crypto';`,
      `import type { Repository } from 'typeorm';`,
      `export const day = (at: string) => new Date(at).getUTCDate();`,
      `export const zero = new Date(0);`,
    ].join('\n');
    expect(violations({ [rate]: text })).toEqual([]);
  });
});

describe('imports', () => {
  it('form no cycle', () => {
    const found = violations({
      'features/calls/a.ts': `import './b';`,
      'features/calls/b.ts': `\nexport { c } from './c';`,
      'features/calls/c.ts': `import { a } from './a';`,
      'features/calls/d.ts': `import './d';`,
      'features/calls/e.ts': `import './a';`,
    });
    expect(found).toEqual([
      'src/features/calls/a.ts:1: imports form a cycle: ' +
        'features/calls/a.ts → features/calls/b.ts → features/calls/c.ts → features/calls/a.ts',
      'src/features/calls/d.ts:1: imports form a cycle: features/calls/d.ts → features/calls/d.ts',
    ]);
  });

  it.each([`import type { A } from './a';`, `import { type A } from './a';`, `export type { A } from './a';`])(
    'of types alone close no cycle: %s',
    (text) => {
      expect(violations({ 'features/calls/a.ts': `import './b';`, 'features/calls/b.ts': text })).toEqual([]);
    },
  );
});

describe('names', () => {
  it('say what a file does', () => {
    const found = violations({
      'platform/http/utils.ts': '',
      'features/calls/call.helper.ts': '',
      'features/calls/helpers/time.ts': '',
      'features/calls/index.ts': '',
      'features/calls/utilisation.ts': '',
    });
    expect(found).toEqual([
      'src/features/calls/call.helper.ts:1: no file or folder is called helper: name it after what it does',
      'src/features/calls/helpers/time.ts:1: no file or folder is called helpers: name it after what it does',
      'src/features/calls/index.ts:1: no barrel files: import from the file itself',
      'src/platform/http/utils.ts:1: no file or folder is called utils: name it after what it does',
    ]);
  });
});
