import { canonicalOrder } from './canonical-order';
import { checkIvrScripts } from './check-ivr-scripts';
import { checkSounds, type KnownSounds } from './check-sounds';
import { checkTenant } from './check-tenant';
import type { Problem } from './problem';
import { readAgents } from './read-agents';
import { readCallingPlan } from './read-calling-plan';
import { readHandTopics } from './read-hand-topics';
import { readHead, readQuotas } from './read-head';
import { readHours } from './read-hours';
import { readIvrScripts } from './read-ivr-scripts';
import { readQueues } from './read-queues';
import { readRetention } from './read-retention';
import { readSeats } from './read-seats';
import { readSegments } from './read-segments';
import { readSkills } from './read-skills';
import { readTeams } from './read-teams';
import { readTenantNumbers } from './read-tenant-numbers';
import { readContract, readTariff } from './read-terms';
import { readUsers } from './read-users';
import { readWrapUpCodes } from './read-wrap-up-codes';
import { resolveTiming } from './resolve-timing';
import type { TenantSpec } from './tenant-spec';
import { YamlCursor, YamlReadingContext, type Located } from './yaml-cursor';
import { readYaml } from './yaml-text';

export type TenantFileReading = { ok: true; spec: TenantSpec } | { ok: false; problems: Problem[] };

const SECTIONS = [
  'tenant',
  'name',
  'domain',
  'timezone',
  'currency',
  'locale',
  'quotas',
  'hours',
  'numbers',
  'seats',
  'users',
  'teams',
  'skills',
  'agents',
  'queues',
  'wrap_up_codes',
  'hand_topics',
  'segments',
  'ivr_scripts',
  'tariff',
  'contract',
  'calling_plan',
  'retention',
];

/**
 * Reads a tenant file. Never throws, whatever the text; gives either the whole tenant or every problem found (the
 * first thousand of them), in the order of the file. The sounds it names are checked where `sounds` tells which there
 * are. What only the database knows (numbers owned by others) is not checked here, nor whether a number's script is there:
 * until one of that name is published, the number leads straight to its queue.
 */
export function readTenantFile(text: string, sounds?: KnownSounds): TenantFileReading {
  const yaml = readYaml(text);
  if ('problems' in yaml) return { ok: false, problems: yaml.problems };
  const context = new YamlReadingContext(yaml.positionOf);
  const root = new YamlCursor(yaml.root, '', yaml.root.range?.[0] ?? 0, context);
  const spec = readTenant(root, sounds);
  if (spec && context.problems.length === 0) return { ok: true, spec };
  return { ok: false, problems: context.problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function readTenant(root: YamlCursor, sounds: KnownSounds | undefined): TenantSpec | null {
  if (!root.expectMap(SECTIONS)) return null;
  const head = readHead(root);
  const quotas = readQuotas(root.field('quotas'));
  const hours = readHours(root.field('hours'));
  const numbers = readTenantNumbers(root.field('numbers'));
  const seats = readSeats(root.field('seats'));
  const users = readUsers(root.field('users'));
  const teams = readTeams(root.field('teams'));
  const skills = readSkills(root.field('skills'));
  const queues = readQueues(root.field('queues'));
  const agents = resolveTiming(readAgents(root.field('agents')), queues);
  const wrapUpCodes = readWrapUpCodes(root.field('wrap_up_codes'));
  const handTopics = readHandTopics(root.field('hand_topics'));
  const segments = readSegments(root.field('segments'));
  const scripts = readIvrScripts(root.field('ivr_scripts'));
  const tariff = readTariff(root.field('tariff'));
  const contract = readContract(root.field('contract'));
  const callingPlan = readCallingPlan(root.field('calling_plan'), quotas);
  const retention = readRetention(root.field('retention'));

  const declared = {
    quotas, hours, numbers, seats, users, teams: teams ?? [], skills: skills ?? [], agents, queues, wrapUpCodes: wrapUpCodes ?? [],
    handTopics: handTopics ?? [], segments: segments ?? [],
  };
  checkTenant({ ...declared, tariff }, root);
  if (sounds) checkSounds({ locale: head.locale, numbers, queues, segments: segments ?? [] }, sounds);
  checkIvrScripts({ locale: head.locale, hours, agents, queues, segments, scripts: scripts ?? [] }, sounds);
  if (!quotas || !tariff || !contract || !callingPlan) return null;
  return canonicalOrder({
    ...head,
    quotas,
    hours: valuesOf(hours),
    numbers: valuesOf(numbers),
    seats: valuesOf(seats),
    users: valuesOf(users),
    teams: teams && valuesOf(teams),
    skills: skills && valuesOf(skills),
    agents: valuesOf(agents),
    queues: valuesOf(queues).map(({ spec, tiers }) => ({ ...spec, tiers: valuesOf(tiers) })),
    wrapUpCodes: wrapUpCodes && valuesOf(wrapUpCodes),
    handTopics: handTopics && valuesOf(handTopics),
    segments: segments && valuesOf(segments),
    ivrScripts: scripts && valuesOf(scripts),
    tariff: { ...tariff.fees, bands: valuesOf(tariff.bands), rates: valuesOf(tariff.rates) },
    contract,
    callingPlan,
    retention,
  });
}

function valuesOf<T>(items: readonly Located<T>[]): T[] {
  return items.map(({ value }) => value);
}
