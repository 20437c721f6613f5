import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { ProviderDatabase } from '../../platform/database/provider-database';
import type { AgentStatus } from '../../telephony/esl/commands';
import type { DesiredAgent, DesiredState, DesiredTier, SuspendedSeat } from '../../telephony/reconciler/desired-state';
import { DesiredStateSource } from '../../telephony/reconciler/desired-state';
import type { AgentStatus as OurStatus } from '../agents/domain/agent-status';
import type { AgentTiming } from '../queues/domain/agent-timing';
import { type QueueSettings, soundsOf } from '../queues/domain/queue-settings';
import { ALL_PLACES } from '../queues/domain/places-sql';
import { json } from '../../platform/database/json-column';
import { queueParams } from './domain/queue-params';
import { soundFiles, takesNamed } from './own-sounds';

interface AgentRow extends AgentTiming {
  number: string;
  domain: string;
  status: OurStatus;
  extension: string | null;
  wrapUpWaivedUntil: Date | null;
}

const SWITCH_STATUS: Record<OurStatus, AgentStatus> = {
  logged_out: 'Logged Out',
  available: 'Available',
  available_on_demand: 'Available (On Demand)',
  on_break: 'On Break',
};

/** What the switch should have, over all living tenants, in five statements. */
@Injectable()
export class DesiredStateReader extends DesiredStateSource {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async read(): Promise<DesiredState> {
    const [queues, agents, tiers, suspendedSeats] = await Promise.all([
      this.queues(),
      this.agents(),
      this.tiers(),
      this.suspendedSeats(),
    ]);
    return { queues, agents, tiers, suspendedSeats };
  }

  private async queues(): Promise<DesiredState['queues']> {
    const rows = await this.database.sql<{ tenantId: string; name: string; domain: string; locale: string; settings: unknown }>(
      `SELECT q.tenant_id AS tenantId, q.name, t.domain, t.locale, q.settings
       FROM queues q JOIN tenants t ON t.id = q.tenant_id WHERE t.removed_at IS NULL`,
    );
    const queues = rows.map((row) => ({ ...row, settings: json<QueueSettings>(row.settings) }));
    const names = [...new Set(queues.flatMap(({ settings }) => soundsOf(settings)))];
    const takes = await takesNamed(this.database, names);
    return queues.map(({ name, domain, tenantId, locale, settings }) => ({
      name: `${name}@${domain}`,
      params: queueParams(settings, { tenantId, locale, sounds: soundFiles(this.config.TENANT_SOUNDS_DIR, tenantId, takes) }),
    }));
  }

  /** An agent whose seat is no longer leased, or suspended, sits nowhere and is logged out; one who has ended his wrap-up has none. */
  private async agents(): Promise<DesiredAgent[]> {
    const rows = await this.database.sql<AgentRow>(
      `SELECT a.number, t.domain, a.status, s.extension, a.wrap_up AS wrapUp, a.wrap_up_waived_until AS wrapUpWaivedUntil, a.max_no_answer AS maxNoAnswer,
              a.reject_delay AS rejectDelay, a.busy_delay AS busyDelay, a.no_answer_delay AS noAnswerDelay,
              a.ring_seconds AS ringSeconds
       FROM agents a
       JOIN tenants t ON t.id = a.tenant_id
       LEFT JOIN seats s ON s.tenant_id = a.tenant_id AND s.id = a.signed_in_seat_id AND s.leased_until IS NULL
                       AND s.suspended_at IS NULL
       WHERE t.removed_at IS NULL`,
    );
    const now = this.clock.now();
    return rows.map((row) => agentOf(row, now));
  }

  private async tiers(): Promise<DesiredTier[]> {
    const rows = await this.database.sql<Record<keyof DesiredTier, string>>(
      `SELECT CONCAT(q.name, '@', t.domain) AS queue, CONCAT(a.number, '@', t.domain) AS agent, r.level, r.position
       FROM ${ALL_PLACES} r
       JOIN queues q ON q.tenant_id = r.tenant_id AND q.id = r.queue_id
       JOIN agents a ON a.tenant_id = r.tenant_id AND a.id = r.agent_id
       JOIN tenants t ON t.id = r.tenant_id
       WHERE t.removed_at IS NULL`,
    );
    return rows.map(({ queue, agent, level, position }) => ({ queue, agent, level: Number(level), position: Number(position) }));
  }

  private suspendedSeats(): Promise<SuspendedSeat[]> {
    return this.database.sql<SuspendedSeat>(
      `SELECT s.id AS seatId, s.extension, t.domain
       FROM seats s JOIN tenants t ON t.id = s.tenant_id
       WHERE s.suspended_at IS NOT NULL AND s.leased_until IS NULL AND t.removed_at IS NULL`,
    );
  }
}

function agentOf(row: AgentRow, now: Date): DesiredAgent {
  const { number, domain, extension, wrapUpWaivedUntil: waivedUntil } = row;
  return {
    name: `${number}@${domain}`,
    contact: extension === null ? null : { extension, domain, ringSeconds: row.ringSeconds },
    status: extension === null ? 'Logged Out' : SWITCH_STATUS[row.status],
    times: {
      wrap_up_time: waivedUntil !== null && waivedUntil > now ? 0 : row.wrapUp,
      max_no_answer: row.maxNoAnswer,
      reject_delay_time: row.rejectDelay,
      busy_delay_time: row.busyDelay,
      no_answer_delay_time: row.noAnswerDelay,
    },
  };
}
