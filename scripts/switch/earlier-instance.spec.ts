import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { earlierInstance, endEarlierInstance, endProcess, isRunning } from './earlier-instance';

const started: ChildProcess[] = [];

function start(program: string, args: string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'ignore' });
  started.push(child);
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid!));
    child.once('error', reject);
  });
}

describe('an earlier instance', () => {
  const base = mkdtempSync(join(tmpdir(), 'earlier-'));
  const runDir = join(base, 'run');
  const program = join(base, 'freeswitch');
  beforeAll(() => {
    // Any program will do that takes the arguments and stays: what counts is its name and its run directory.
    copyFileSync(process.execPath, program);
    mkdirSync(runDir);
  });
  afterAll(() => {
    started.forEach((child) => child.kill('SIGKILL'));
    rmSync(base, { recursive: true });
  });
  const stay = ['-e', 'setInterval(() => 0, 1000)', '--'];
  const claim = (pid: number) => writeFileSync(join(runDir, 'freeswitch.pid'), String(pid));

  it('is ended when it is that program with that run directory', async () => {
    const pid = await start(program, [...stay, '-run', runDir]);
    claim(pid);
    expect(earlierInstance(runDir)).toBe(pid);
    await expect(endEarlierInstance(runDir)).resolves.toBe(pid);
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(runDir, 'freeswitch.pid'))).toBe(false);
  });

  it.each<[string, () => Promise<number>]>([
    ['another program that was given its id', () => start(process.execPath, [...stay, '-run', runDir])],
    ['another switch', () => start(program, [...stay, '-run', '/elsewhere'])],
  ])('is not %s', async (_what, other) => {
    const pid = await other();
    claim(pid);
    await expect(endEarlierInstance(runDir)).resolves.toBeUndefined();
    expect(isRunning(pid)).toBe(true);
  });

  it('is none where there is no pid file, or a useless one', () => {
    expect(earlierInstance(join(base, 'nowhere'))).toBeUndefined();
    writeFileSync(join(runDir, 'freeswitch.pid'), '-1');
    expect(earlierInstance(runDir)).toBeUndefined();
  });

  it('is killed when it does not end when asked', async () => {
    const deaf = "process.on('SIGTERM', () => 0); process.stdout.write('deaf'); setInterval(() => 0, 1000)";
    const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    await new Promise((listening) => child.stdout.once('data', listening));
    await endProcess(child.pid!, 200);
    expect(isRunning(child.pid!)).toBe(false);
  });
});
