import { setTimeout as sleep } from 'node:timers/promises';
import { findFreeSwitch } from '../scripts/switch/find-free-switch';
import type { EslEvent } from '../src/telephony/esl/esl-event';
import { EslLink } from '../src/telephony/esl/esl-link';
import { type Centre, EVENT_SOCKET_PASSWORD } from '../test/telephony/resilience/centre';
import { freeSwitch, SIMULATOR } from '../test/telephony/resilience/run-survival';
import type { Figure } from './figure';
import { withCentre } from './ivr-centre';
import { NUMBERS } from './ivr-house';
import { percentile, rounded } from './statistics';

const PAIRS = 40;
const PATIENCE_MS = 10_000;

/**
 * Milliseconds that the script's engine adds between a call's first event and its place in the queue: calls of a number
 * whose script leads there at once, less calls of one whose dialplan does, on the same switch and in turn; medians. On
 * FreeSWITCH where there is one, else on the simulator.
 */
export async function ivrSetupAddedMs(log: (line: string) => void): Promise<Figure> {
  const binary = findFreeSwitch(process.env);
  return withCentre(log, binary === undefined ? SIMULATOR : freeSwitch(binary), async (centre) => {
    const watch = await SetupWatch.open(centre);
    const [plain, led]: [number[], number[]] = [[], []];
    for (let pair = 0; pair <= PAIRS; pair += 1) {
      plain.push(await watch.milliseconds(`1393${String(pair * 2).padStart(7, '0')}`, NUMBERS.plain));
      led.push(await watch.milliseconds(`1393${String(pair * 2 + 1).padStart(7, '0')}`, NUMBERS.led));
    }
    await watch.close();
    // the first of each warms up
    const medians = [plain, led].map((times) => percentile(times.slice(1), 0.5));
    const [plainMs = Number.NaN, ledMs = Number.NaN] = medians;
    const detail = { switch: binary === undefined ? 'simulator' : 'freeswitch', pairs: PAIRS, plainMs: rounded(plainMs, 1), ledMs: rounded(ledMs, 1) };
    return { figure: 'ivr-setup-added-ms', value: rounded(ledMs - plainMs, 1), unit: 'ms', goal: 100, detail };
  });
}

/** Hears when a call begins and when it is in the queue, by the switch's own clock. */
class SetupWatch {
  private readonly began = new Map<string, number>();
  private readonly joined = new Map<string, number>();

  private constructor(
    private readonly centre: Centre<'bench'>,
    private readonly link: EslLink,
  ) {
    link.on('event', (event) => this.take(event));
  }

  static async open(centre: Centre<'bench'>): Promise<SetupWatch> {
    const door = { host: '127.0.0.1', port: centre.doors.eventSocketPort, password: EVENT_SOCKET_PASSWORD };
    const watch = new SetupWatch(centre, new EslLink({ ...door, events: ['CHANNEL_CREATE'], subclasses: ['callcenter::info'] }));
    const up = new Promise<void>((resolve) => watch.link.on('up', () => resolve()));
    watch.link.start();
    await up;
    return watch;
  }

  /** @throws Error when the call does not come into the queue */
  async milliseconds(from: string, to: string): Promise<number> {
    const call = this.centre.phones.call({ from, to });
    for (const dialled = Date.now(); !this.joined.has(from); await sleep(20)) {
      if (Date.now() - dialled > PATIENCE_MS) throw new Error(`the call to ${to} did not come into the queue`);
    }
    await call.hangup();
    await call.ended;
    return ((this.joined.get(from) ?? 0) - (this.began.get(from) ?? 0)) / 1000;
  }

  close(): Promise<void> {
    return this.link.stop();
  }

  private take(event: EslEvent): void {
    const at = Number(event.get('Event-Date-Timestamp'));
    if (event.name === 'CHANNEL_CREATE') this.began.set(event.get('Caller-Caller-ID-Number') ?? '', at);
    else if (event.get('CC-Action') === 'member-queue-start') this.joined.set(event.get('CC-Member-CID-Number') ?? '', at);
  }
}
