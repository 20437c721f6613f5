import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillScenario, type ScenarioValues } from './scenario';

/** Where Debian's sip-tester keeps the recorded voice that SIPp plays. */
const MEDIA_DIR = '/usr/share/sip-tester';
const HOST = '127.0.0.1';

export interface SippProcess {
  /** Where it sends and hears SIP. */
  port: number;
  /** Resolves when the program has ended; rejects where it cannot be run. */
  ended: Promise<void>;
  /** What passed, line by line (-trace_shortmsg); complete once it has ended. */
  trace(): string;
  /** How it ended, and its own words about it. */
  complaints(): string;
  kill(): void;
}

export interface SippScenario {
  template: string;
  values: ScenarioValues;
  /** Steps in place of the template's `{{steps}}`. */
  steps?: string;
  /** What the call's keys send, as captures; the steps name each `{{keyFiles}}N.pcap`. */
  keys?: readonly Buffer[];
}

/** Ports given to programs that may not have bound them yet. */
const given = new Set<number>();

async function freeUdpPort(): Promise<number> {
  for (;;) {
    const socket = createSocket('udp4');
    const port = await new Promise<number>((done) => socket.bind(0, HOST, () => done(socket.address().port)));
    await new Promise<void>((done) => socket.close(() => done()));
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

/** Below the ports that the kernel gives to others, and below FreeSWITCH's own for media. */
const MEDIA_PORTS = { first: 10_000, last: 16_000, step: 4 };
const MEDIA_PLACES = (MEDIA_PORTS.last - MEDIA_PORTS.first) / MEDIA_PORTS.step;
let nextMediaPlace = process.pid;

/** SIPp takes this port for sound and the second after it for pictures, and ends when it does not get that one. */
function freeMediaPort(): number {
  for (;;) {
    nextMediaPlace += 1;
    const port = MEDIA_PORTS.first + (nextMediaPlace % MEDIA_PLACES) * MEDIA_PORTS.step;
    if (!isBound(port) && !isBound(port + 2)) return port;
  }
}

/** Looked up and not tried: a trial would hold the port at the very moment at which SIPp wants it. */
function isBound(port: number): boolean {
  const address = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  return readFileSync('/proc/net/udp', 'latin1').includes(address);
}

/**
 * Runs SIPp with a scenario of ./sipp on a free port of loopback.
 *
 * @param workDir for its scenario and traces; the caller removes it
 * @param options further command-line options, then the address of the far end if it calls one
 */
export async function runSipp(workDir: string, scenario: SippScenario, options: string[]): Promise<SippProcess> {
  if (!existsSync(MEDIA_DIR)) throw new Error(`SIPp's recordings are missing: ${MEDIA_DIR} (package sip-tester)`);
  const [port, controlPort, mediaPort] = [await freeUdpPort(), await freeUdpPort(), freeMediaPort()];
  const scenarioFile = join(workDir, `${port}.xml`);
  const traceFile = join(workDir, `${port}.trace`);
  const complaintsFile = join(workDir, `${port}.err`);
  const template = readFileSync(join(scenarioDirectory(), scenario.template), 'utf8');
  const keyFiles = join(workDir, `${port}-key-`);
  scenario.keys?.forEach((capture, nth) => writeFileSync(`${keyFiles}${nth}.pcap`, capture));
  const values = { ...scenario.values, mediaDir: MEDIA_DIR, keyFiles };
  writeFileSync(scenarioFile, fillScenario(template.replace('{{steps}}', () => scenario.steps ?? ''), values));
  const fixed = ['-sf', scenarioFile, '-i', HOST, '-p', `${port}`, '-mp', `${mediaPort}`, '-cp', `${controlPort}`];
  const traces = ['-trace_shortmsg', '-shortmessage_file', traceFile];
  const complaints = openSync(complaintsFile, 'w');
  // SIPp draws a screen on whatever it is given to write on.
  const stdio: StdioOptions = ['ignore', 'ignore', complaints];
  const child = spawn('sipp', [...fixed, '-nostdin', ...traces, ...options], { cwd: workDir, stdio });
  closeSync(complaints);
  return {
    port,
    ended: ending(child),
    trace: () => (existsSync(traceFile) ? readFileSync(traceFile, 'latin1') : ''),
    complaints: () => {
      const words = readFileSync(complaintsFile, 'latin1').trim();
      return `exit code ${child.exitCode ?? child.signalCode}${words === '' ? '' : `; ${words}`}`;
    },
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
  while (!isBound(process.port)) {
    if (over) throw new Error(`sipp ended at once: ${process.complaints()}`);
    await sleep(10);
  }
}

// The templates are not compiled: they lie in the source tree, also when this file runs from dist/.
function scenarioDirectory(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = join(root, '..');
  return join(root, 'freeswitch', 'phones', 'sipp');
}
