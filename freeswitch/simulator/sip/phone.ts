import { NOBODY, type FarEnd } from '../channels/far-end';
import type { Channel } from '../channels/channel';
import { remoteHangup } from '../channels/remote-side';
import { behave, DEFAULT_BEHAVIOUR, type CalleeBehaviour } from './callee-behaviour';

/** A SIP phone: it is rung through its registration, and does as it was last told. */
export class Phone implements FarEnd {
  behaviour: CalleeBehaviour = DEFAULT_BEHAVIOUR;
  readonly legs = new Set<Channel>();
  readonly heard: string[] = [];

  constructor(
    readonly id: string,
    readonly user: string,
    readonly domain: string,
    readonly port: number,
  ) {}

  invited(leg: Channel): void {
    this.legs.add(leg);
    behave(leg, this.behaviour);
  }

  ringing = NOBODY.ringing;

  answered(leg: Channel): void {
    this.legs.add(leg);
  }

  hears(_leg: Channel, what: string): void {
    this.heard.push(what);
  }

  released(leg: Channel): void {
    this.legs.delete(leg);
  }

  hangup(): void {
    for (const leg of [...this.legs]) remoteHangup(leg);
  }
}
