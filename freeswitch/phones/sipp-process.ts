import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillScenario, type ScenarioValues } from './scenario';

/** Where Debian's sip-tester keeps the recorded voice and digits that SIPp plays. */
const MEDIA_DIR = '/usr/share/sip-tester';
const HOST = '127.0.0.1';

export interface SippProcess {
  /** Where it sends and hears SIP. */
  port: number;
  /** Resolves when the program has ended; rejects where it cannot be run. */
  ended: Promise<void>;
  /** What passed, line by line (-trace_shortmsg); complete once it has ended. */
  trace(): string;
  kill(): void;
}

export interface SippScenario {
  template: string;
  values: ScenarioValues;
  /** Steps in place of the template's `{{steps}}`. */
  steps?: string;
}

async function freeUdpPorts(count: number): Promise<number[]> {
  // All are held until all are known: one that is let go at once may come again.
  const sockets = Array.from({ length: count }, () => createSocket('udp4'));
  const ports = await Promise.all(
    sockets.map((socket) => new Promise<number>((done) => socket.bind(0, HOST, () => done(socket.address().port)))),
  );
  await Promise.all(sockets.map((socket) => new Promise<void>((done) => socket.close(() => done()))));
  return ports;
}

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(true));
    socket.bind(port, HOST, () => socket.close(() => resolve(false)));
  });

/**
 * Runs SIPp with a scenario of ./sipp on a free port of loopback.
 *
 * @param workDir for its scenario and traces; the caller removes it
 * @param options further command-line options, then the address of the far end if it calls one
 */
export async function runSipp(workDir: string, scenario: SippScenario, options: string[]): Promise<SippProcess> {
  if (!existsSync(MEDIA_DIR)) throw new Error(`SIPp's recordings are missing: ${MEDIA_DIR} (package sip-tester)`);
  const [port, mediaPort, controlPort] = (await freeUdpPorts(3)) as [number, number, number];
  const scenarioFile = join(workDir, `${port}.xml`);
  const traceFile = join(workDir, `${port}.trace`);
  const template = readFileSync(join(scenarioDirectory(), scenario.template), 'utf8');
  const values = { ...scenario.values, mediaDir: MEDIA_DIR };
  writeFileSync(scenarioFile, fillScenario(template.replace('{{steps}}', () => scenario.steps ?? ''), values));
  const fixed = ['-sf', scenarioFile, '-i', HOST, '-p', `${port}`, '-mp', `${mediaPort & ~1}`, '-cp', `${controlPort}`];
  const traces = ['-trace_shortmsg', '-shortmessage_file', traceFile];
  // SIPp draws a screen on whatever it is given.
  const child = spawn('sipp', [...fixed, '-nostdin', ...traces, ...options], { cwd: workDir, stdio: 'ignore' });
  return {
    port,
    ended: ending(child),
    trace: () => (existsSync(traceFile) ? readFileSync(traceFile, 'latin1') : ''),
    kill: () => child.kill('SIGKILL'),
  };
}

function ending(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => reject(new Error(`sipp cannot be run (package sip-tester): ${error.message}`)));
  });
  ended.catch(() => undefined); // whoever awaits it is told; nobody need
  return ended;
}

/** Waits until a SIPp that takes calls listens. */
export async function untilListening(process: SippProcess): Promise<void> {
  let over = false;
  void process.ended.then(() => (over = true));
  while (!(await isTaken(process.port))) {
    if (over) throw new Error('sipp ended at once');
    await sleep(10);
  }
}

// The templates are not compiled: they lie in the source tree, also when this file runs from dist/.
function scenarioDirectory(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = join(root, '..');
  return join(root, 'freeswitch', 'phones', 'sipp');
}
