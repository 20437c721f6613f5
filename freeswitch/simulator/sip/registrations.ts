import { randomUUID } from 'node:crypto';

import { nowSeconds } from '../core/clock';
import type { EventBus } from '../core/event-bus';
import type { Phone } from './phone';

const EXPIRY_SECONDS = 3600;

export interface Registration {
  readonly user: string;
  readonly host: string;
  readonly realm: string;
  readonly contact: string;
  readonly callId: string;
  readonly expires: number;
  readonly phone: Phone;
}

/** mod_sofia's registrations, stored under the To host whatever the realm was. */
export class Registrations {
  private readonly byAddress = new Map<string, Registration>();

  constructor(
    private readonly bus: EventBus,
    private readonly profile: string,
  ) {}

  all(): Registration[] {
    return [...this.byAddress.values()];
  }

  find(user: string, host: string): Registration | undefined {
    return this.byAddress.get(`${user}@${host}`);
  }

  findByContact(contact: string): Registration | undefined {
    return this.all().find((registration) => registration.contact === contact);
  }

  add(phone: Phone, user: string, host: string, realm: string): void {
    const registration: Registration = {
      user,
      host,
      realm,
      contact: `${user}@127.0.0.1:${phone.port}`,
      callId: `${randomUUID()}@127.0.0.1`,
      expires: nowSeconds() + EXPIRY_SECONDS,
      phone,
    };
    this.byAddress.set(`${user}@${host}`, registration);
    this.fire('register', registration);
  }

  remove(user: string, host: string): boolean {
    const registration = this.find(user, host);
    if (!registration) return false;
    this.byAddress.delete(`${user}@${host}`);
    this.fire('unregister', registration);
    return true;
  }

  private fire(kind: 'register' | 'unregister', registration: Registration): void {
    const subclass = `sofia::${kind}`;
    this.bus.fire('CUSTOM', (event) => {
      event
        .add('profile-name', this.profile)
        .add('from-user', registration.user)
        .add('from-host', registration.host)
        .add('presence-hosts', kind === 'register' ? 'n/a' : undefined)
        .add('contact', `"" <sip:${registration.contact}>`)
        .add('call-id', registration.callId)
        .add('rpid', 'unknown')
        .add('status', kind === 'register' ? 'Registered(UDP)' : undefined)
        .add('expires', kind === 'register' ? EXPIRY_SECONDS : 0)
        .add('to-user', registration.user)
        .add('to-host', registration.host)
        .add('network-ip', '127.0.0.1')
        .add('network-port', registration.phone.port)
        .add('username', registration.user)
        .add('realm', registration.realm)
        .add('user-agent', 'unknown');
    }, { subclass, origin: 'sofia-register' });
  }
}
