import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PhoneBehaviour, Phones } from '../../../freeswitch/phones/phones';
import { SimulatedPhones } from '../../../freeswitch/phones/simulated-phones';
import { startCarrier } from '../../../freeswitch/phones/sipp-carrier';
import { SippPhones } from '../../../freeswitch/phones/sipp-phones';
import { chooseLoopbackPort } from '../../../scripts/services/loopback-port';
import { repositoryRoot } from '../../../scripts/services/repository-root';
import {
  type FreeSwitchOptions,
  type RunningFreeSwitch,
  startFreeSwitch,
} from '../../../scripts/switch/start-free-switch';

/** What the product and the switch must know of each other. */
export interface Doors {
  /** A directory of the run's own. */
  dataDir: string;
  apiUrl: string;
  eventSocketPort: number;
  /** Where pages that are phones connect; a simulator has none. */
  websocketPort?: number;
  eventSocketPassword: string;
  httpSecret: string;
  node: string;
}

export interface SwitchUnderTest {
  phones: Phones;
  /** The INVITE that the carrier got for a number; only where there is SIP. */
  carrierHeard?(number: string): string;
  /** Whether a recording lies there, below the switch's folder of recordings; only a real switch writes any. */
  hasRecording?(path: string): boolean;
  /** Ends as a power cut would, and comes up again at the same addresses having forgotten all that it knew. */
  replaceAfterCrash(): Promise<void>;
  stop(): Promise<void>;
}

export type SwitchStarter = (doors: Doors) => Promise<SwitchUnderTest>;

/** Where either switch records; FreeSWITCH's is of its own choice. */
export function recordingsDirOf(dataDir: string): string {
  return join(dataDir, 'freeswitch', 'recordings');
}

/** Numbers beyond the trunk answer, and hang up after a while. */
const OUTSIDE: PhoneBehaviour = { kind: 'answer', afterMs: 700, hangupAfterMs: 4000 };

/** @param program the simulator's compiled main.js */
export function simulator(program: string): SwitchStarter {
  return async (doors) => {
    const controlPort = await chooseLoopbackPort();
    const config = simulatorConfig(doors, controlPort);
    const phones = new SimulatedPhones(`http://127.0.0.1:${controlPort}`);
    const launch = async () => {
      const child = await launchSimulator(program, config, doors.dataDir);
      await phones.setOutside(OUTSIDE);
      return child;
    };
    let child = await launch();
    const end = async (signal: NodeJS.Signals) => {
      const ended = once(child, 'exit');
      if (child.kill(signal)) await ended;
    };
    return {
      phones,
      replaceAfterCrash: async () => {
        await end('SIGKILL');
        rmSync(config.stateDir, { recursive: true, force: true });
        child = await launch();
      },
      stop: async () => {
        await phones.stop();
        await end('SIGTERM');
      },
    };
  };
}

function simulatorConfig({ dataDir, apiUrl, eventSocketPort, ...doors }: Doors, controlPort: number) {
  const credentials = { username: 'switch', password: doors.httpSecret };
  const spoolDir = join(dataDir, 'spool');
  mkdirSync(spoolDir, { recursive: true });
  return {
    switchname: doors.node,
    stateDir: join(dataDir, 'state'),
    soundsDir: join(repositoryRoot(__dirname), 'freeswitch/sounds'),
    recordingsDir: recordingsDirOf(dataDir),
    eventSocket: { port: eventSocketPort, password: doors.eventSocketPassword },
    xml: { url: `${apiUrl}/switch/xml`, ...credentials, otherwise: join(repositoryRoot(__dirname), 'freeswitch/conf/freeswitch.xml') },
    cdr: { url: `${apiUrl}/switch/cdr`, ...credentials, spoolDir, retries: 1, delaySeconds: 1 },
    control: { port: controlPort },
  };
}

async function launchSimulator(program: string, config: object, dataDir: string): Promise<ChildProcess> {
  const log = openSync(join(dataDir, 'simulator.log'), 'a');
  const child = spawn(process.execPath, [program, JSON.stringify(config)], { stdio: ['ignore', 'pipe', log] });
  closeSync(log);
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the simulator ended at once, exit code ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', () => ready());
  });
  child.removeAllListeners('exit');
  return child;
}

/** @param binary the FreeSWITCH program; SIPp plays the phones, the trunk and the carrier */
export function realSwitch(binary: string): SwitchStarter {
  return async (doors) => {
    const carrier = await startCarrier(OUTSIDE);
    const options = freeSwitchOptions(binary, doors, carrier.address);
    let running = await startFreeSwitch(options);
    const at = (port: number) => ({ host: running.sip.host, port });
    const phones = new SippPhones(at(running.sip.internalPort), at(running.sip.externalPort));
    return {
      phones,
      carrierHeard: (number) => carrier.heard(number),
      hasRecording: (path) => existsSync(join(doors.dataDir, 'freeswitch', 'recordings', path)),
      replaceAfterCrash: async () => {
        process.kill(running.pid, 'SIGKILL');
        await running.ended;
        rmSync(join(doors.dataDir, 'freeswitch', 'db'), { recursive: true });
        running = await startFreeSwitch({ ...options, ports: samePorts(running) });
      },
      stop: async () => {
        await phones.stop();
        await carrier.stop();
        await running.stop();
      },
    };
  };
}

function freeSwitchOptions(binary: string, doors: Doors, carrier: string): FreeSwitchOptions {
  return {
    binary,
    dataDir: doors.dataDir,
    node: doors.node,
    urls: { xml: `${doors.apiUrl}/switch/xml`, cdr: `${doors.apiUrl}/switch/cdr` },
    secrets: { eventSocket: doors.eventSocketPassword, http: doors.httpSecret },
    ports: { eventSocket: doors.eventSocketPort, ...(doors.websocketPort && { ws: doors.websocketPort }) },
    trunk: { networks: ['127.0.0.1/32'], carrier },
  };
}

function samePorts({ eventSocket, sip }: RunningFreeSwitch) {
  const { internalPort: internal, externalPort: external, wsPort: ws, wssPort: wss } = sip;
  return { eventSocket: eventSocket.port, internal, external, ws, wss };
}
