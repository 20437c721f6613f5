import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { QueueConfiguration } from '../../telephony/xml/callcenter-xml';
import type { Action } from '../../telephony/xml/dialplan-xml';
import type { DirectoryUser } from '../../telephony/xml/directory-xml';
import { type DialplanQuestion, SwitchQuestions } from '../../telephony/xml/switch-questions';
import { readDialledNumber } from '../numbers/domain/phone-number';
import { refusal } from './domain/belonging';
import { AFTER_QUEUE, afterQueueRoute, inboundRoute, NOBODYS_NUMBER } from './domain/inbound-route';
import {
  type DiallingLeg,
  internalRoute,
  type OutboundCall,
  outboundDestination,
  trunkRoute,
} from './domain/outbound-route';
import { queueParams } from './domain/queue-params';
import { contextOf, slugOfContext, type TenantRouting } from './domain/tenant-routing';
import { RoutingReader } from './routing.reader';

/** The context in which calls from the trunk arrive; it reaches numbers and nothing else. */
const PUBLIC_CONTEXT = 'public';

@Injectable()
export class SwitchAnswers extends SwitchQuestions {
  constructor(
    private readonly routing: RoutingReader,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async user(domain: string, extension: string): Promise<DirectoryUser | null> {
    const tenant = await this.routing.ofDomain(domain);
    const seat = tenant?.seats.get(extension);
    if (!tenant || !seat) return null;
    return { tenantId: tenant.tenantId, domain, context: contextOf(tenant.slug), extension, a1Hash: seat.a1Hash };
  }

  override async queue(fullName: string): Promise<QueueConfiguration | null> {
    const [name = '', domain = ''] = fullName.split('@');
    const tenant = await this.routing.ofDomain(domain);
    const settings = tenant?.queues.get(name);
    return tenant && settings ? { name: fullName, params: queueParams(settings, tenant) } : null;
  }

  override route(question: DialplanQuestion): Promise<Action[] | null> {
    return question.context === PUBLIC_CONTEXT ? this.fromTrunk(question) : this.withinTenant(question);
  }

  private async fromTrunk({ destination, callerNumber }: DialplanQuestion): Promise<Action[]> {
    const dialled = readDialledNumber(destination);
    if (dialled === null) return NOBODYS_NUMBER;
    const tenant = await this.routing.ofNumber(dialled);
    const number = tenant?.numbers.get(dialled);
    return tenant && number ? inboundRoute(tenant, number, callerNumber, this.clock.now()) : NOBODYS_NUMBER;
  }

  private async withinTenant(question: DialplanQuestion): Promise<Action[] | null> {
    const slug = slugOfContext(question.context);
    const tenant = slug === null ? null : await this.routing.ofSlug(slug);
    if (!tenant || isAnothers(tenant, question)) return null;
    if (question.destination === AFTER_QUEUE) return afterQueueRoute(tenant, question.variable('cc_cause'));
    const own = tenant.numbers.get(readDialledNumber(question.destination) ?? '');
    if (own) return inboundRoute(tenant, own, question.callerNumber, this.clock.now());
    return this.dialled(tenant, question);
  }

  /** What one of the tenant's phones dials, or a caller is sent to, and is not the tenant's own number. */
  private dialled(tenant: TenantRouting, question: DialplanQuestion): Action[] | null {
    const extension = question.variable('seatline_extension');
    const seat = extension === undefined ? null : (tenant.seats.get(extension) ?? null);
    if (extension !== undefined && !seat) return refusal('seat-suspended', '403 Seat Suspended');
    const leg = { seat, chosenNumber: question.variable('seatline_caller_number') };
    const destination = outboundDestination(tenant, question.destination, leg);
    switch (destination.kind) {
      case 'nowhere':
        return null;
      case 'refused':
        return destination.actions;
      case 'seat':
        return internalRoute(tenant, destination.extension, leg);
      case 'outside':
        return this.outside(tenant, destination.call, leg);
    }
  }

  private outside(tenant: TenantRouting, call: OutboundCall, leg: DiallingLeg): Action[] {
    const seconds = tenant.plan.maxCallMinutes * 60;
    return trunkRoute(tenant, call, leg, { dialString: this.config.TRUNK, legUuid: randomUUID(), seconds });
  }
}

/**
 * A transfer may name any context, and the switch goes there: whoever made the command, a leg that belongs to one
 * tenant gets no answer in another's context.
 */
function isAnothers({ tenantId }: TenantRouting, question: DialplanQuestion): boolean {
  const owner = question.variable('seatline_tenant');
  return owner !== undefined && owner !== tenantId;
}
