import { canonicalDocument } from '../../ivr-scripts/domain/canonical-document';
import type { TenantSpec } from './tenant-spec';

/** The same tenant with every list sorted by its natural key, so that equal tenants are equal values. */
export function canonicalOrder(spec: TenantSpec): TenantSpec {
  return {
    ...spec,
    hours: sortBy(spec.hours, ({ name }) => [name]).map((calendar) => ({
      ...calendar,
      holidays: [...calendar.holidays].sort(),
    })),
    numbers: sortBy(spec.numbers, ({ number }) => [number]),
    seats: sortBy(spec.seats, ({ extension }) => [Number(extension)]),
    users: sortBy(spec.users, ({ email }) => [email]),
    teams: spec.teams && sortBy(spec.teams, ({ name }) => [name]).map((team) => ({ ...team, supervisors: [...team.supervisors].sort() })),
    skills: spec.skills && sortBy(spec.skills, ({ name }) => [name]),
    agents: sortBy(spec.agents, ({ number }) => [Number(number)]).map((agent) => ({ ...agent, skills: sortBy(agent.skills, ({ skill }) => [skill]) })),
    queues: sortBy(spec.queues, ({ name }) => [name]).map((queue) => ({
      ...queue,
      requires: sortBy(queue.requires, ({ skill }) => [skill]),
      tiers: sortBy(queue.tiers, ({ level, position, agent }) => [level, position, Number(agent)]),
    })),
    wrapUpCodes: spec.wrapUpCodes && sortBy(spec.wrapUpCodes, ({ code }) => [code]).map((each) => ({ ...each, queues: [...each.queues].sort() })),
    segments: spec.segments && sortBy(spec.segments, ({ name }) => [name]),
    ivrScripts: spec.ivrScripts && sortBy(spec.ivrScripts, ({ name }) => [name]).map((script) => ({ ...script, document: canonicalDocument(script.document) })),
    callingPlan: { ...spec.callingPlan, destinations: [...spec.callingPlan.destinations].sort() },
    tariff: {
      ...spec.tariff,
      holidays: [...spec.tariff.holidays].sort(),
      rates: sortBy(spec.tariff.rates, ({ direction, prefix, band, fromSecond }) => [direction, prefix, band ?? '', fromSecond]),
    },
  };
}

function sortBy<T>(items: readonly T[], keyOf: (item: T) => (string | number)[]): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index]!;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
