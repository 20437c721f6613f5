import { EslLink } from '../../../src/telephony/esl/esl-link';
import type { EslEvent } from '../../../src/telephony/esl/esl-event';
import { snapshot } from '../../../src/telephony/reconciler/snapshot';

/** How the switch names the legs to and from the world outside. */
const TRUNK = 'sofia/external/';

/** A leg that the switch ended, as its last event tells: what the books must hold. */
export interface WitnessedLeg {
  uuid: string;
  /** Null where the leg never came to a tenant: refused while nobody could say whose number it is. */
  domain: string | null;
  callerNumber: string;
  destination: string;
  billSeconds: number;
  fromTrunk: boolean;
  toTrunk: boolean;
}

/** Hears the switch for itself, beside the product, and never misses an event because the product is down. */
export class LegWitness {
  readonly legs: WitnessedLeg[] = [];
  private readonly link: EslLink;

  constructor(port: number, password: string) {
    this.link = new EslLink({ host: '127.0.0.1', port, password, events: ['CHANNEL_HANGUP_COMPLETE'], subclasses: [] });
    this.link.on('event', (event) => this.take(event));
  }

  async start(): Promise<void> {
    const up = new Promise<void>((resolve) => this.link.on('up', () => resolve()));
    this.link.start();
    await up;
  }

  stop(): Promise<void> {
    return this.link.stop();
  }

  switchState() {
    return snapshot(this.link);
  }

  private take(event: EslEvent): void {
    if (event.name !== 'CHANNEL_HANGUP_COMPLETE') return;
    this.legs.push({
      uuid: event.get('Unique-ID') ?? '',
      domain: event.get('variable_domain_name') ?? null,
      callerNumber: event.get('Caller-Caller-ID-Number') ?? '',
      destination: event.get('Caller-Destination-Number') ?? '',
      billSeconds: Number(event.get('variable_billsec') ?? 0),
      fromTrunk: event.get('Call-Direction') === 'inbound',
      toTrunk: event.get('Call-Direction') === 'outbound' && event.get('Channel-Name')?.startsWith(TRUNK) === true,
    });
  }
}
