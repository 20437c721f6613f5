import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A measurement that takes longer is given up, so that one store's trouble does not hide the other figures. */
const LONGEST_MEASUREMENT_MS = 2000;

/** What the process tells Prometheus. Labels never hold a tenant's or a caller's own text. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'seatline_http_request_seconds',
    help: 'Time to answer an HTTP request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  readonly cdrs = new Counter({
    name: 'seatline_cdrs_total',
    help: 'CDRs taken in, by what became of them.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  readonly switchUp = new Gauge({
    name: 'seatline_switch_link_up',
    help: 'Whether the event-socket link of a node is up.',
    labelNames: ['node'],
    registers: [this.registry],
  });

  readonly corrections = new Counter({
    name: 'seatline_reconciler_corrections_total',
    help: 'Steps by which the reconciler brought a switch to what it should be, by kind.',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  readonly legsWithoutCall = new Gauge({
    name: 'seatline_legs_without_call',
    help: 'Legs of 6 to 30 hours ago whose call has no CDR of its first leg.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'seatline_' });
  }

  /** Adds a gauge that is measured each time it is asked for; NaN where that fails. */
  measure(name: string, help: string, measured: () => Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: async () => {
        gauge.set(await inTime(measured()).catch(() => NaN));
      },
    });
  }

  render(): Promise<string> {
    return this.registry.metrics();
  }
}

async function inTime(measurement: Promise<number>): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(NaN), LONGEST_MEASUREMENT_MS);
  });
  return Promise.race([measurement, tooLate]).finally(() => clearTimeout(timer));
}
