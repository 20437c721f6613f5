import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endProcess, isAlive, processIdentity } from '../services/processes';
import { repositoryRoot } from '../services/repository-root';
import { readPrivate, writePrivate } from './installation-secrets';

export interface SimulatorOptions {
  dataDir: string;
  apiUrl: string;
  switchSecret: string;
  eslPassword: string;
  node: string;
  eventSocketPort: number;
}

export interface RunningSimulator {
  pid: number;
  controlUrl: string;
  spoolDir: string;
  stop(): Promise<void>;
}

interface Ready {
  pid: number;
  control: number;
}

/** Starts the simulator as a process of its own, as a real switch is one; one left over from an earlier start ends first. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const stateFile = join(options.dataDir, 'simulator', 'running.json');
  const earlier = readPrivate<{ identity: string }>(stateFile)?.identity;
  if (earlier && isAlive(earlier)) await endProcess(Number.parseInt(earlier, 10));
  const spoolDir = join(options.dataDir, 'simulator', 'spool');
  mkdirSync(spoolDir, { recursive: true });
  // a file, not a pipe: the simulator may outlive us, and must not die of writing to nobody
  const log = openSync(join(options.dataDir, 'simulator', 'simulator.log'), 'a');
  const child = spawn(process.execPath, [join(repositoryRoot(__dirname), 'dist/freeswitch/simulator/main.js')], {
    // not ours to take down: like a real switch it carries on when we restart
    detached: true,
    stdio: ['ignore', 'pipe', log],
    env: { ...process.env, SIMULATOR_CONFIG: JSON.stringify(configOf(options, spoolDir)) },
  });
  const { stdout } = child;
  if (!stdout) throw new Error('the simulator has no output');
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the simulator ended at once (exit code ${code}); see simulator.log`)));
    createInterface({ input: stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready));
  });
  closeSync(log);
  child.removeAllListeners('exit');
  stdout.destroy();
  child.unref();
  writePrivate(stateFile, { identity: processIdentity(ready.pid) });
  return {
    pid: ready.pid,
    controlUrl: `http://127.0.0.1:${ready.control}`,
    spoolDir,
    stop: () => endProcess(ready.pid),
  };
}

function configOf(options: SimulatorOptions, spoolDir: string) {
  const credentials = { username: 'switch', password: options.switchSecret };
  return {
    switchname: options.node,
    stateDir: join(options.dataDir, 'simulator', 'state'),
    soundsDir: join(repositoryRoot(__dirname), 'freeswitch', 'sounds'),
    recordingsDir: join(options.dataDir, 'simulator', 'recordings'),
    eventSocket: { port: options.eventSocketPort, password: options.eslPassword },
    xml: { url: `${options.apiUrl}/switch/xml`, ...credentials, otherwise: join(repositoryRoot(__dirname), 'freeswitch', 'conf', 'freeswitch.xml') },
    cdr: { url: `${options.apiUrl}/switch/cdr`, ...credentials, spoolDir, retries: 2, delaySeconds: 1 },
    control: { port: 0 },
  };
}
