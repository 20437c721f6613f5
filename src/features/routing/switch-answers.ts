import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { QueueConfiguration } from '../../telephony/xml/callcenter-xml';
import type { Action } from '../../telephony/xml/dialplan-xml';
import type { DirectoryUser } from '../../telephony/xml/directory-xml';
import { type DialplanQuestion, SwitchQuestions } from '../../telephony/xml/switch-questions';
import { AFTER_SCRIPT, NEXT_VARIABLE, SCRIPT_VARIABLE } from '../ivr-scripts/domain/claim';
import { readDialledNumber } from '../numbers/domain/phone-number';
import { PhonesReader } from '../phones/phones.reader';
import { QueueStatesReader } from '../queue-standing/queue-states.reader';
import { SeatSuspension } from '../seats/domain/suspension';
import { CUT_EARLY_SECONDS } from '../spending/domain/credit';
import { CreditControl } from '../spending/domain/credit-control';
import { DialCounter } from './dial-counter';
import { judgeDialRate } from './domain/dial-rate';
import { AFTER_QUEUE, afterQueueRoute, agentRoute, endRoute, inboundRoute, nobodyThere, NOBODYS_NUMBER, queueRoute } from './domain/inbound-route';
import {
  type DiallingLeg,
  ECHO_TEST,
  echoRoute,
  internalRoute,
  type OutboundCall,
  outboundDestination,
  refusedRoute,
  trunkRoute,
} from './domain/outbound-route';
import { LANGUAGE_VARIABLE } from './domain/known-caller';
import { type LeftQueue, OVERFLOWED_VARIABLE } from './domain/overflow';
import { presentableNumber } from './domain/presentable-number';
import { queueParams } from './domain/queue-params';
import { notTransferred, type ScriptEngine } from './domain/script-route';
import { speaking } from './domain/sound-path';
import { contextOf, slugOfContext, type TenantRouting } from './domain/tenant-routing';
import { readTransferDestination, type TransferTarget } from './domain/transfer-target';
import { RoutingReader } from './routing.reader';

/** The context in which calls from the trunk arrive; it reaches numbers and nothing else. */
const PUBLIC_CONTEXT = 'public';

@Injectable()
export class SwitchAnswers extends SwitchQuestions {
  private readonly engine: ScriptEngine;

  constructor(
    private readonly routing: RoutingReader,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly counter: DialCounter,
    private readonly suspension: SeatSuspension,
    private readonly credit: CreditControl,
    private readonly phones: PhonesReader,
    private readonly states: QueueStatesReader,
  ) {
    super();
    this.engine = { address: `${config.IVR_HOST}:${config.IVR_PORT}`, secret: config.SWITCH_SECRET };
  }

  override async user(domain: string, extension: string, phoneId: string | undefined): Promise<DirectoryUser | null> {
    const tenant = await this.routing.ofDomain(domain);
    const seat = tenant?.seats.get(extension);
    if (!tenant || !seat) return null;
    const a1Hash = phoneId === undefined ? seat.a1Hash : await this.phones.a1HashOf(tenant.tenantId, seat.id, phoneId);
    return a1Hash === null ? null : { tenantId: tenant.tenantId, domain, context: contextOf(tenant.slug), extension, a1Hash };
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

  private async fromTrunk({ destination, callerNumber, legUuid }: DialplanQuestion): Promise<Action[]> {
    const dialled = readDialledNumber(destination);
    if (dialled === null) return NOBODYS_NUMBER;
    const owner = await this.routing.ofNumber(dialled);
    const number = owner?.numbers.get(dialled);
    if (!owner || !number) return NOBODYS_NUMBER;
    const tenant = await this.atThisMoment(owner);
    const caller = await this.routing.callerOf(tenant, callerNumber);
    return inboundRoute(tenant, number, { uuid: legUuid, callerNumber, caller }, this.clock.now(), this.engine);
  }

  private async withinTenant(question: DialplanQuestion): Promise<Action[] | null> {
    const slug = slugOfContext(question.context);
    const owner = slug === null ? null : await this.routing.ofSlug(slug);
    if (!owner || isAnothers(owner, question)) return null;
    const tenant = speaking(await this.atThisMoment(owner), question.variable(LANGUAGE_VARIABLE));
    if (question.destination === AFTER_QUEUE) {
      const isLed = question.variable(SCRIPT_VARIABLE) !== undefined;
      return afterQueueRoute(tenant, { cause: question.variable('cc_cause'), isLed, left: leftQueue(question) }, this.engine);
    }
    if (question.destination === AFTER_SCRIPT) return endRoute(tenant, question.variable('cc_cause'));
    const target = readTransferDestination(question.destination);
    const otherwise = isSentByScript(question) ? notTransferred(tenant, this.engine) : null;
    if (target && question.transferred) return transferRoute(tenant, target, question.variable('seatline_call'), otherwise ?? nobodyThere(tenant));
    const leg = diallingLeg(tenant, question);
    const actions = (await this.refuseExcess(tenant, question, leg)) ?? (await this.dialled(tenant, question, leg));
    return otherwise && actions ? orElse(actions, otherwise) : actions;
  }

  /** Most tenants have no queue that is ever too full, and cost no question. */
  private async atThisMoment(tenant: TenantRouting): Promise<TenantRouting> {
    const limited = [...tenant.queues].filter(([, { overflowQueue, overflowEstimatedWait }]) => overflowQueue && overflowEstimatedWait > 0);
    if (limited.length === 0) return tenant;
    const states = await tenantContext.open({ tenantId: tenant.tenantId }, () => this.states.of(limited.map(([name]) => name)));
    const overfull = limited.filter(([name, settings]) => (states.get(name)?.estimatedWait ?? 0) > settings.overflowEstimatedWait);
    return { ...tenant, overfull: new Set(overfull.map(([name]) => name)) };
  }

  /** Null for a call that is not one too many, and for a caller from outside, who dials nothing. */
  private async refuseExcess(tenant: TenantRouting, question: DialplanQuestion, leg: DiallingLeg): Promise<Action[] | null> {
    const shown = presentableNumber(question.destination);
    if (question.variable('seatline_extension') === undefined) return null;
    if (leg.seat === null) return refusedRoute(tenant, shown, leg, 'seat-suspended', '403 Seat Suspended');
    const rate = judgeDialRate(await this.counter.count(tenant.tenantId, leg.seat.id, question.legUuid), tenant.plan);
    if (rate === 'within') return null;
    if (rate === 'tenant-exceeds') return refusedRoute(tenant, shown, leg, 'rate-limited', '503 Too Many Calls');
    const { id } = leg.seat;
    await tenantContext.open({ tenantId: tenant.tenantId }, () => this.suspension.suspend(id, 'too-many-calls'));
    return refusedRoute(tenant, shown, leg, 'seat-suspended', '403 Too Many Calls');
  }

  private async dialled(tenant: TenantRouting, question: DialplanQuestion, leg: DiallingLeg): Promise<Action[] | null> {
    if (question.destination === ECHO_TEST) return echoRoute(tenant, leg);
    const own = tenant.numbers.get(readDialledNumber(question.destination) ?? '');
    const { callerNumber, legUuid } = question;
    if (own) return inboundRoute(tenant, own, { uuid: legUuid, callerNumber, callUuid: leg.callUuid }, this.clock.now(), this.engine);
    const destination = outboundDestination(tenant, question.destination, leg);
    switch (destination.kind) {
      case 'nowhere':
        return null;
      case 'refused':
        return destination.actions;
      case 'seat':
        return internalRoute(tenant, destination.extension, leg);
      case 'outside':
        return this.outside(tenant, question, destination.call, leg);
    }
  }

  private async outside(
    tenant: TenantRouting,
    question: DialplanQuestion,
    call: OutboundCall,
    leg: DiallingLeg,
  ): Promise<Action[]> {
    const { number } = call;
    const direction = leg.seat === null ? 'transfer' : 'outbound';
    const callUuid = leg.callUuid ?? question.legUuid;
    const legUuid = randomUUID();
    const credit = await this.credit.begin(tenant, { node: question.node, callUuid, legUuid, number, direction });
    if (!credit.granted) return refusedRoute(tenant, number, leg, credit.reason, REFUSED_CREDIT[credit.reason]);
    const seconds = credit.seconds - CUT_EARLY_SECONDS;
    return trunkRoute(tenant, call, leg, { dialString: this.config.TRUNK, legUuid, seconds });
  }
}

const REFUSED_CREDIT = { 'spend-cap': '403 Spend Cap Reached', 'no-rate': '403 Destination Has No Rate' } as const;

/**
 * A transfer may name any context, and the switch goes there: whoever made the command, a leg that belongs to one
 * tenant gets no answer in another's context.
 */
function isAnothers({ tenantId }: TenantRouting, question: DialplanQuestion): boolean {
  const owner = question.variable('seatline_tenant');
  return owner !== undefined && owner !== tenantId;
}

/** Where the agent has left his seat meanwhile, or the queue is gone, the caller is told so, or what else stands for it. */
function transferRoute(tenant: TenantRouting, target: TransferTarget, callUuid: string | undefined, otherwise: Action[]): Action[] {
  if (target.kind === 'queue') {
    return tenant.queues.has(target.name) ? queueRoute(tenant, target.name, callUuid) : otherwise;
  }
  const agent = tenant.agents.get(target.number);
  return agent ? agentRoute(tenant, target.number, agent, callUuid, otherwise) : otherwise;
}

function leftQueue({ variable }: DialplanQuestion): LeftQueue {
  return {
    queue: variable('cc_queue'),
    reason: variable('cc_cause') === 'cancel' ? variable('cc_cancel_reason') : undefined,
    overflowed: variable(OVERFLOWED_VARIABLE),
    baseScore: variable('cc_base_score'),
    joined: variable('cc_queue_joined_epoch'),
    left: variable('cc_queue_canceled_epoch'),
  };
}

/** Whom a script leads, and has just led here: somebody else who sends him on later sends him elsewhere. */
function isSentByScript({ destination, variable }: DialplanQuestion): boolean {
  return variable(SCRIPT_VARIABLE) !== undefined && variable(NEXT_VARIABLE) === destination;
}

/** The way out of the house, and how it goes on where nobody answers there: a refusal would end the call. */
function orElse(actions: Action[], otherwise: Action[]): Action[] {
  const isRefused = actions.some(([application]) => application === 'respond');
  return isRefused ? otherwise : [['set', 'continue_on_fail=true'], ...actions, ...otherwise];
}

/** A leg with an extension is a seat's phone; one without, a caller from outside whom somebody sends on. */
function diallingLeg(tenant: TenantRouting, question: DialplanQuestion): DiallingLeg {
  const extension = question.variable('seatline_extension');
  const seat = extension === undefined ? null : (tenant.seats.get(extension) ?? null);
  return { seat, chosenNumber: question.variable('seatline_caller_number'), callUuid: question.variable('seatline_call') };
}
