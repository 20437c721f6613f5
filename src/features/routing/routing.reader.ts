import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { json } from '../../platform/database/json-column';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { type CallingPlan, DEFAULT_CALLING_PLAN } from '../calling-plan/domain/calling-plan';
import { channelCap, reservation } from '../calling-plan/domain/channel-cap';
import { CallersReader } from '../customers/callers.reader';
import { DRAFT } from '../ivr-scripts/domain/claim';
import { ScriptDraftsReader } from '../ivr-scripts/script-drafts.reader';
import type { WeeklyHours } from '../numbers/domain/opening-hours';
import type { ScriptByHours } from '../numbers/domain/scripts-by-hours';
import type { QueueSettings } from '../queues/domain/queue-settings';
import type { KnownCaller } from './domain/known-caller';
import type { AgentRouting, LeadingScript, NumberRouting, SeatRouting, SegmentRouting, TenantRouting } from './domain/tenant-routing';
import { soundFiles, takesOfTenant } from './own-sounds';
import { SharedQuestion } from './shared-question';

type Parts = 'emergency' | 'seats' | 'numbers' | 'agents' | 'queues' | 'sounds' | 'segments';
type Head = Omit<TenantRouting, Parts | 'overfull'>;
type Details = Pick<TenantRouting, Parts>;

/** How queues stand hangs on no revision: whoever sends callers to them asks for it. */
const NONE: ReadonlySet<string> = new Set();

/** A tenant with its plan; without a row of its own every field of the plan is null. */
interface TenantRow extends Omit<Head, 'plan' | 'channels'> {
  concurrentCalls: number;
  destinations: unknown;
  spendPerDayMicro: string | null;
  spendPerMonthMicro: string | null;
  seatCallsPerMinute: number | null;
  callsPerMinute: number;
  callsPerSecond: number;
  reservedChannels: number;
  maxCallMinutes: number;
}

/** All living tenants, at one state of all their revisions. */
interface Tenants {
  state: string;
  byId: ReadonlyMap<string, Head>;
  byDomain: ReadonlyMap<string, Head>;
  bySlug: ReadonlyMap<string, Head>;
  /** The owners of those that were asked for at this state; strangers' guesses are not kept. */
  byNumber: Map<string, Head>;
}

type NumberRow = Pick<NumberRouting, 'id' | 'number' | 'queue' | 'greeting' | 'closed'> & {
  calendarId: string | null;
  ivr: string | null;
  scriptsByHours: unknown;
  testsDraft: boolean | number;
};

/** What numbers name. */
interface Named {
  /** By id. */
  calendars: ReadonlyMap<string, WeeklyHours>;
  /** By name, as they are live. */
  scripts: ReadonlyMap<string, LeadingScript>;
  /** By name, for numbers that test them: their drafts, or what is live where the draft is not right. */
  tested: ReadonlyMap<string, LeadingScript>;
}

interface Cached {
  revision: number;
  details: Promise<Details>;
}

const TENANT = `
  SELECT t.id AS tenantId, t.slug, t.domain, t.timezone, t.locale, t.currency, t.concurrent_calls AS concurrentCalls,
         COALESCE(r.revision, 0) AS revision, p.destinations,
         CAST(p.spend_per_day_micro AS CHAR) AS spendPerDayMicro,
         CAST(p.spend_per_month_micro AS CHAR) AS spendPerMonthMicro,
         p.seat_calls_per_minute AS seatCallsPerMinute, p.calls_per_minute AS callsPerMinute,
         p.calls_per_second AS callsPerSecond, p.reserved_channels AS reservedChannels,
         p.max_call_minutes AS maxCallMinutes
  FROM tenants t
  LEFT JOIN tenant_revisions r ON r.tenant_id = t.id
  LEFT JOIN calling_plans p ON p.tenant_id = t.id
  WHERE t.removed_at IS NULL`;

/** Of an emergency for which no sound was chosen. */
const USUAL_MESSAGE = 'closed';

/**
 * What the switch may be told, read for one tenant at a time. A cached tenant is validated against its revision,
 * which changes in the transaction of the change itself: no answer is older than the last commit, and there is no
 * invalidation message that could be lost.
 */
@Injectable()
export class RoutingReader {
  private readonly cache = new Map<string, Cached>();
  private tenants: Tenants = tenantsOf('', []);
  private readonly currentTenants = new SharedQuestion(() => this.refreshTenants());

  constructor(
    private readonly database: ProviderDatabase,
    private readonly config: Config,
    private readonly callers: CallersReader,
    private readonly drafts: ScriptDraftsReader,
  ) {}

  async ofDomain(domain: string): Promise<TenantRouting | null> {
    return this.routingOf((await this.currentTenants.answer()).byDomain.get(domain.toLowerCase()));
  }

  async ofSlug(slug: string): Promise<TenantRouting | null> {
    return this.routingOf((await this.currentTenants.answer()).bySlug.get(slug));
  }

  /** The owner of a number in the one spelling that numbers are kept in (readDialledNumber). */
  async ofNumber(number: string): Promise<TenantRouting | null> {
    const { byNumber, byId } = await this.currentTenants.answer();
    const owner = byNumber.get(number) ?? byId.get((await this.ownerOf(number)) ?? '');
    if (owner) byNumber.set(number, owner);
    return this.routingOf(owner);
  }

  /** @param claimed the number that somebody outside says to call from */
  async callerOf({ tenantId, segments }: TenantRouting, claimed: string): Promise<KnownCaller | null> {
    const customer = await this.callers.ofNumber(tenantId, claimed);
    return customer && { id: customer.id, language: customer.language, segment: segments.get(customer.segmentId ?? '') ?? null };
  }

  private async ownerOf(number: string): Promise<string | undefined> {
    const [row] = await this.database.sql<{ tenantId: string }>(
      'SELECT tenant_id AS tenantId FROM numbers WHERE number = ? AND leased_until IS NULL',
      [number],
    );
    return row?.tenantId;
  }

  /** Revisions only grow, and a tenant's row changes with its revision: while their sum stands, nothing changed. */
  private async refreshTenants(): Promise<Tenants> {
    const [all] = await this.database.sql<{ state: string }>(
      "SELECT CONCAT(COUNT(*), '/', COALESCE(SUM(revision), 0)) AS state FROM tenant_revisions",
    );
    if (all && all.state !== this.tenants.state) {
      const rows = await this.database.sql<TenantRow>(TENANT);
      this.tenants = tenantsOf(all.state, headsOf(rows, this.config.SWITCH_CAPACITY));
    }
    return this.tenants;
  }

  private async routingOf(head: Head | undefined): Promise<TenantRouting | null> {
    return head ? { ...head, ...(await this.detailsOf(head)), overfull: NONE } : null;
  }

  private detailsOf(head: Head): Promise<Details> {
    const cached = this.cache.get(head.tenantId);
    if (cached && cached.revision === head.revision) return cached.details;
    const fresh = { revision: head.revision, details: this.load(head) };
    this.cache.set(head.tenantId, fresh);
    fresh.details.catch(() => this.cache.get(head.tenantId) === fresh && this.cache.delete(head.tenantId));
    return fresh.details;
  }

  /** The revision was read first: rows newer than it only make the next look-up load again. */
  private async load({ tenantId }: Head): Promise<Details> {
    const [emergencies, seats, numbers, calendars, scripts, agents, queues, takes, segments] = await Promise.all([
      this.database.sql<{ message: string | null }>('SELECT message FROM emergencies WHERE tenant_id = ?', [tenantId]),
      this.database.sql<SeatRouting & { extension: string }>(
        `SELECT s.id, s.extension, s.a1_hash AS a1Hash, n.number AS callerNumber
         FROM seats s
         LEFT JOIN numbers n ON n.tenant_id = s.tenant_id AND n.id = s.caller_number_id AND n.leased_until IS NULL
         WHERE s.tenant_id = ? AND s.leased_until IS NULL AND s.suspended_at IS NULL AND s.a1_hash IS NOT NULL`,
        [tenantId],
      ),
      this.database.sql<NumberRow>(
        `SELECT n.id, n.number, q.name AS queue, n.greeting, n.closed, n.calendar_id AS calendarId, n.ivr,
                n.scripts_by_hours AS scriptsByHours, n.tests_draft AS testsDraft
         FROM numbers n
         JOIN queues q ON q.tenant_id = n.tenant_id AND q.id = n.queue_id
         WHERE n.tenant_id = ? AND n.leased_until IS NULL ORDER BY n.id`,
        [tenantId],
      ),
      this.database.sql<{ id: string; hours: unknown }>('SELECT id, hours FROM calendars WHERE tenant_id = ?', [tenantId]),
      this.database.sql<LeadingScript & { name: string }>(
        'SELECT id, name, live AS version FROM ivr_scripts WHERE tenant_id = ? AND live IS NOT NULL',
        [tenantId],
      ),
      this.database.sql<AgentRouting & { number: string }>(
        `SELECT a.number, s.extension, a.ring_seconds AS ringSeconds
         FROM agents a
         JOIN seats s ON s.tenant_id = a.tenant_id AND s.id = a.signed_in_seat_id
         WHERE a.tenant_id = ? AND s.leased_until IS NULL AND s.suspended_at IS NULL`,
        [tenantId],
      ),
      this.database.sql<{ name: string; settings: unknown }>(
        'SELECT name, settings FROM queues WHERE tenant_id = ?',
        [tenantId],
      ),
      takesOfTenant(this.database, tenantId),
      this.database.sql<SegmentRouting>(
        `SELECT s.id, s.greeting, q.name AS queue, s.priority_seconds AS prioritySeconds
         FROM segments s LEFT JOIN queues q ON q.tenant_id = s.tenant_id AND q.id = s.queue_id
         WHERE s.tenant_id = ?`,
        [tenantId],
      ),
    ]);
    const live = new Map(scripts.map(({ name, ...script }) => [name, script]));
    const named = {
      calendars: new Map(calendars.map(({ id, hours }) => [id, json<WeeklyHours>(hours)])),
      scripts: live,
      tested: new Map([...live, ...(await this.draftsFor(tenantId, numbers.filter(({ testsDraft }) => testsDraft)))]),
    };
    return {
      emergency: emergencyOf(emergencies),
      seats: new Map(seats.map(({ extension, ...seat }) => [extension, seat])),
      numbers: new Map(numbers.map((number) => [number.number, numberOf(number, named)])),
      agents: new Map(agents.map(({ number, ...agent }) => [number, agent])),
      queues: new Map(queues.map((queue) => [queue.name, json<QueueSettings>(queue.settings)])),
      sounds: soundFiles(this.config.TENANT_SOUNDS_DIR, tenantId, takes),
      segments: new Map(segments.map((segment) => [segment.id, segment])),
    };
  }

  /** The check takes more questions than all the rest: most tenants have no number that tests, and pay nothing. */
  private async draftsFor(tenantId: string, testing: readonly NumberRow[]): Promise<[string, LeadingScript][]> {
    const names = new Set(testing.flatMap(scriptsNamedBy));
    if (names.size === 0) return [];
    const sound = await tenantContext.open({ tenantId }, () => this.drafts.sound(names));
    return [...sound].map(([name, id]) => [name, { id, version: DRAFT }]);
  }
}

function scriptsNamedBy({ ivr, scriptsByHours }: NumberRow): string[] {
  const led = json<ScriptByHours[]>(scriptsByHours).map((entry) => entry.ivr);
  return ivr === null ? led : [ivr, ...led];
}

function emergencyOf([running]: readonly { message: string | null }[]): Details['emergency'] {
  return running ? { message: running.message ?? USUAL_MESSAGE } : null;
}

function numberOf({ calendarId, ivr, scriptsByHours, testsDraft, ...number }: NumberRow, { calendars, ...named }: Named): NumberRouting {
  const scripts = testsDraft ? named.tested : named.scripts;
  const led = json<ScriptByHours[]>(scriptsByHours).flatMap((entry) => {
    const [hours, script] = [calendars.get(entry.calendarId), scripts.get(entry.ivr)];
    return hours && script ? [{ hours, script }] : [];
  });
  return { ...number, hours: calendars.get(calendarId ?? '') ?? null, scriptsByHours: led, script: scripts.get(ivr ?? '') ?? null };
}

/** What one tenant may have at once hangs on what all have reserved. */
function headsOf(rows: readonly TenantRow[], capacity: number): Head[] {
  const withPlans = rows.map((row) => ({ row, plan: planOf(row) }));
  const shareOf = ({ row, plan }: { row: TenantRow; plan: CallingPlan }) => ({ ...plan, concurrentCalls: row.concurrentCalls });
  const reserved = withPlans.reduce((sum, each) => sum + reservation(shareOf(each)), 0);
  return withPlans.map(({ row, plan }) => ({
    tenantId: row.tenantId,
    slug: row.slug,
    domain: row.domain,
    timezone: row.timezone,
    locale: row.locale,
    currency: row.currency,
    revision: row.revision,
    plan,
    channels: channelCap(shareOf({ row, plan }), reserved, capacity),
  }));
}

function planOf(row: TenantRow): CallingPlan {
  if (row.seatCallsPerMinute === null) return DEFAULT_CALLING_PLAN;
  const { seatCallsPerMinute, callsPerMinute, callsPerSecond, reservedChannels, maxCallMinutes } = row;
  return {
    destinations: json<string[]>(row.destinations),
    spendPerDayMicro: bigOf(row.spendPerDayMicro),
    spendPerMonthMicro: bigOf(row.spendPerMonthMicro),
    seatCallsPerMinute,
    callsPerMinute,
    callsPerSecond,
    reservedChannels,
    maxCallMinutes,
  };
}

const bigOf = (digits: string | null): bigint | null => (digits === null ? null : BigInt(digits));

function tenantsOf(state: string, heads: readonly Head[]): Tenants {
  return {
    state,
    byId: new Map(heads.map((head) => [head.tenantId, head])),
    byDomain: new Map(heads.map((head) => [head.domain, head])),
    bySlug: new Map(heads.map((head) => [head.slug, head])),
    byNumber: new Map(),
  };
}
