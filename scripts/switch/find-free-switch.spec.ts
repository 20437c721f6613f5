import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreeSwitch } from './find-free-switch';

describe('findFreeSwitch', () => {
  const base = mkdtempSync(join(tmpdir(), 'find-'));
  const program = join(base, 'bin', 'freeswitch');
  const document = join(base, 'doc', 'freeswitch');

  beforeAll(() => {
    for (const path of [program, document]) {
      mkdirSync(join(path, '..'));
      writeFileSync(path, '#!/bin/sh\n');
    }
    chmodSync(program, 0o755);
    chmodSync(document, 0o644);
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('takes what FREESWITCH names before what PATH holds', () => {
    expect(findFreeSwitch({ FREESWITCH: program, PATH: '/nowhere' })).toBe(program);
  });

  it('refuses a FREESWITCH that cannot be run, though PATH holds one', () => {
    expect(() => findFreeSwitch({ FREESWITCH: document, PATH: join(base, 'bin') })).toThrow(/^FREESWITCH: .*doc/);
  });

  it('passes over what cannot be run on PATH', () => {
    expect(findFreeSwitch({ PATH: `${join(base, 'doc')}:${join(base, 'bin')}` })).toBe(program);
  });

  it('finds none where there is none', () => {
    expect(findFreeSwitch({ PATH: join(base, 'doc') })).toBeUndefined();
  });
});
