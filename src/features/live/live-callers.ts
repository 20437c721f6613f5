import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log';
import type { CallRecord } from '../../telephony/calls/call-record';
import { CustomersReader } from '../customers/customers.reader';
import { SegmentsReader } from '../segments/segments.reader';
import type { LiveCaller } from './domain/live-view';

/** Names the customers of the calls that go on: each is read once a call, however often the call changes. */
@Injectable()
export class LiveCallers {
  /** By the switch's name of the call. */
  private readonly known = new Map<string, Promise<LiveCaller | null>>();

  constructor(
    private readonly customers: CustomersReader,
    private readonly segments: SegmentsReader,
    private readonly log: Log,
  ) {}

  /** Of the tenant that is set. A call is shown without, rather than not at all. */
  async of({ id, state, customerId, segmentId }: CallRecord): Promise<LiveCaller | null> {
    if (customerId === null) return null;
    const caller = this.known.get(id) ?? this.read(customerId, segmentId);
    if (state === 'ended') this.known.delete(id);
    else this.known.set(id, caller);
    return caller.catch((error: unknown) => {
      this.known.delete(id);
      this.log.warn({ err: error }, 'the customer of a call could not be read');
      return null;
    });
  }

  /** Forgets those whose end was never told. */
  keepOnly(open: readonly CallRecord[]): void {
    const ids = new Set(open.map(({ id }) => id));
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }

  private async read(customerId: string, segmentId: string | null): Promise<LiveCaller | null> {
    const name = (await this.customers.namesOf([customerId])).get(customerId);
    if (name === undefined) return null;
    const segment = segmentId === null ? null : await this.segments.find(segmentId);
    return { customerId, name, segment: segment && { id: segment.id, name: segment.name, colour: segment.colour } };
  }
}
