import { checkScript, type Finding, type Known } from '../../ivr-scripts/domain/check-script';
import { readScript } from '../../ivr-scripts/domain/read-script';
import type { Script } from '../../ivr-scripts/domain/script';
import { scriptsCalledBy } from '../../ivr-scripts/domain/steps/registry';
import type { KnownSounds } from './check-sounds';
import type { DeclaredTenant } from './check-tenant';
import type { IvrScriptSpec, Locale } from './tenant-spec';
import type { Located, YamlCursor } from './yaml-cursor';

type Declared = Pick<DeclaredTenant, 'hours' | 'agents' | 'queues'> & {
  locale: Locale;
  scripts: Located<IvrScriptSpec>[];
  /** Null where the file does not tell of them. */
  segments: DeclaredTenant['segments'] | null;
};

const RULES: Record<Finding['code'], string> = {
  'no-such-start': 'must be a step of this script',
  'no-such-step': 'leads to a step that is not there',
  unreachable: 'is reached by no way',
  'silent-loop': 'leads a caller who does nothing round in circles',
  'no-such-queue': 'must be a queue of this file',
  'no-such-sound': 'plays a sound that is not there',
  'no-such-calendar': 'must be a calendar under hours of this file',
  'no-such-segment': 'must be a segment of this file',
  'no-such-agent': 'must be an agent of this file',
  'no-such-script': 'must be a script of this file',
  'calls-itself': 'calls a script that calls this one',
  'never-set': 'is never set',
  'keeps-masked': 'would write down what the caller typed in confidence',
};

const ANYTHING = { has: () => true };

/** Notes what would bar a script from being published. Sounds are asked about where it is known which there are. */
export function checkIvrScripts(declared: Declared, sounds: KnownSounds | undefined): void {
  const scripts = declared.scripts.flatMap(({ value, at }) => {
    const reading = readScript(value.document);
    return reading.ok ? [{ name: value.name, script: reading.script, at }] : [];
  });
  const known = knownOf(declared, new Map(scripts.map(({ name, script }) => [name, script])), sounds);
  for (const { name, script, at } of scripts) {
    const errors = checkScript(name, script, known).filter(({ severity }) => severity === 'error');
    for (const finding of errors) placeOf(finding, at).refuse(RULES[finding.code], finding.name ?? undefined);
  }
}

function knownOf({ locale, hours, agents, queues, segments }: Declared, scripts: ReadonlyMap<string, Script>, sounds: KnownSounds | undefined): Known {
  return {
    sounds: sounds ? (sounds.get(locale) ?? new Set()) : ANYTHING,
    queues: new Set(queues.map(({ value }) => value.spec.name)),
    calendars: new Set(hours.map(({ value }) => value.name)),
    segments: segments ? new Set(segments.map(({ value }) => value.name)) : ANYTHING,
    agents: new Set(agents.map(({ value }) => value.number)),
    scripts: new Map([...scripts].map(([name, script]) => [name, scriptsCalledBy(script)])),
  };
}

function placeOf({ step, code }: Finding, at: YamlCursor): YamlCursor {
  if (step !== null) return at.field('steps').field(step);
  return at.field(code === 'no-such-start' ? 'start' : 'fallback');
}
