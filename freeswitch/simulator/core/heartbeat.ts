import type { SimulatedSwitch } from '../simulated-switch';
import { nowMicros } from './clock';

export const VERSION = '1.10.12-release+git~20240802T210227Z~a88d069d6f~64bit';

/** HEARTBEAT with its figures, every 20 s unless configured otherwise. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private peak = 0;

  constructor(private readonly sw: SimulatedSwitch) {}

  start(): void {
    this.timer = setInterval(() => this.beat(), this.sw.config.heartbeatSeconds * 1000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    const { sw } = this;
    this.peak = Math.max(this.peak, sw.channels.size);
    sw.bus.fire('HEARTBEAT', (event) => {
      event
        .add('Event-Info', 'System Ready')
        .add('Up-Time', upTime(nowMicros() - sw.startedMicros))
        .add('FreeSWITCH-Version', VERSION)
        .add('Uptime-msec', Math.floor((nowMicros() - sw.startedMicros) / 1000))
        .add('Session-Count', sw.channels.size)
        .add('Max-Sessions', sw.config.maxSessions)
        .add('Session-Per-Sec', 200)
        .add('Session-Per-Sec-Last', 0)
        .add('Session-Per-Sec-Max', this.peak)
        .add('Session-Per-Sec-FiveMin', 0)
        .add('Session-Since-Startup', sw.sessionsSinceStartup)
        .add('Session-Peak-Max', this.peak)
        .add('Session-Peak-FiveMin', this.peak)
        .add('Idle-CPU', '96.000000');
    });
  }
}

const UNITS: readonly (readonly [string, number])[] = [
  ['year', 31_536_000_000_000], ['day', 86_400_000_000], ['hour', 3_600_000_000], ['minute', 60_000_000],
  ['second', 1_000_000], ['millisecond', 1000], ['microsecond', 1],
];

/** `0 years, 0 days, 0 hours, 29 minutes, 0 seconds, 70 milliseconds, 800 microseconds`. */
export function upTime(micros: number): string {
  let left = micros;
  const parts = UNITS.map(([name, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return `${count} ${name}${count === 1 ? '' : 's'}`;
  });
  return parts.join(', ');
}
