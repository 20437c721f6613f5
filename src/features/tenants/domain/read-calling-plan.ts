import { CALLING_PLAN_LIMITS, type CallingPlanLimits, DEFAULT_CALLING_PLAN } from '../../calling-plan/domain/calling-plan';
import { DESTINATION_CLASSES, DESTINATION_PREFIX } from '../../calling-plan/domain/destination';
import { readMoney } from './read-terms';
import { didYouMean } from './suggest';
import type { CallingPlanSpec, Decimal, QuotaSpec } from './tenant-spec';
import { ANY_TEXT } from './text-rules';
import type { YamlCursor } from './yaml-cursor';

const KEYS = ['destinations', ...CALLING_PLAN_LIMITS.map(({ yamlName }) => yamlName), 'spend_per_day', 'spend_per_month'];

/** The section may be left out, and so may each of its fields. */
export function readCallingPlan(section: YamlCursor, quotas: QuotaSpec | null): CallingPlanSpec | null {
  if (section.present && !section.expectMap(KEYS)) return null;
  const limits = readLimits(section);
  if (quotas && limits.reservedChannels > quotas.concurrentCalls) {
    const rule = `reserves more than quotas.concurrent_calls allows (${quotas.concurrentCalls})`;
    section.field('reserved_channels').refuse(rule, limits.reservedChannels);
  }
  return {
    destinations: readDestinations(section.field('destinations')),
    ...limits,
    spendPerDay: readCap(section.field('spend_per_day')),
    spendPerMonth: readCap(section.field('spend_per_month')),
  };
}

function readLimits(section: YamlCursor): CallingPlanLimits {
  const read = CALLING_PLAN_LIMITS.map((setting) => {
    const at = section.field(setting.yamlName);
    return [setting.key, at.present ? at.integer(setting.min, setting.max) : setting.default];
  });
  return Object.fromEntries(read) as CallingPlanLimits;
}

/** An empty list allows no call at all; a list left out, the default. */
function readDestinations(field: YamlCursor): string[] {
  if (!field.present) return [...DEFAULT_CALLING_PLAN.destinations];
  const seen = new Set<string>();
  for (const at of field.items('a list of destinations')) {
    const text = at.text(ANY_TEXT);
    const known = (DESTINATION_CLASSES as readonly string[]).includes(text) || DESTINATION_PREFIX.test(text);
    if (text !== '' && !known) {
      const classes = DESTINATION_CLASSES.join(', ');
      at.refuse(() => `must be one of ${classes}, or a prefix such as "+852"${didYouMean(text, DESTINATION_CLASSES)}`, text);
    }
    if (seen.has(text)) at.refuse('stands here a second time', text);
    seen.add(text);
  }
  return [...seen];
}

function readCap(field: YamlCursor): Decimal | null {
  return field.present ? readMoney(field) : null;
}
