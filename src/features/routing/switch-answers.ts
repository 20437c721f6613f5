import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { QueueConfiguration } from '../../telephony/xml/callcenter-xml';
import type { Action } from '../../telephony/xml/dialplan-xml';
import type { DirectoryUser } from '../../telephony/xml/directory-xml';
import { type DialplanQuestion, SwitchQuestions } from '../../telephony/xml/switch-questions';
import { readDialledNumber } from '../numbers/domain/phone-number';
import { AFTER_QUEUE, afterQueueRoute, inboundRoute, NOBODYS_NUMBER } from './domain/inbound-route';
import { outboundRoute } from './domain/outbound-route';
import { queueParams } from './domain/queue-params';
import { contextOf, slugOfContext } from './domain/tenant-routing';
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
    const a1Hash = tenant?.seats.get(extension);
    if (!tenant || !a1Hash) return null;
    return { tenantId: tenant.tenantId, domain, context: contextOf(tenant.slug), extension, a1Hash };
  }

  override async queue(fullName: string): Promise<QueueConfiguration | null> {
    const [name = '', domain = ''] = fullName.split('@');
    const tenant = await this.routing.ofDomain(domain);
    const settings = tenant?.queues.get(name);
    return tenant && settings ? { name: fullName, params: queueParams(settings, tenant.locale) } : null;
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
    if (!tenant) return null;
    if (question.destination === AFTER_QUEUE) return afterQueueRoute(tenant, question.variable('cc_cause'));
    const own = tenant.numbers.get(readDialledNumber(question.destination) ?? '');
    if (own) return inboundRoute(tenant, own, question.callerNumber, this.clock.now());
    const cameIn = question.variable('seatline_number') !== undefined && question.variable('seatline_direction') === undefined;
    return outboundRoute(tenant, question.destination, this.config.TRUNK, { transferred: cameIn });
  }
}
