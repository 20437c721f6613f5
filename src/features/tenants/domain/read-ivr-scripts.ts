import { readScript } from '../../ivr-scripts/domain/read-script';
import type { IvrScriptSpec } from './tenant-spec';
import { PURPOSE, SCRIPT_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

const KEYS = ['description', 'start', 'fallback', 'steps', 'layout'];

/** Null where the file does not tell of scripts: those that the tenant has published stay. */
export function readIvrScripts(section: YamlCursor): Located<IvrScriptSpec>[] | null {
  if (!section.present) return null;
  return section.entries('IVR scripts by name').map(({ key, at }) => ({ value: readIvrScript(key, at), at }));
}

function readIvrScript(name: string, at: YamlCursor): IvrScriptSpec {
  if (!SCRIPT_NAME.pattern.test(name)) at.refuse(SCRIPT_NAME.rule, name);
  if (!at.expectMap(KEYS)) return { name, description: '', document: {} };
  const { description: _, ...document } = at.plain() as Record<string, unknown>;
  const reading = readScript(document);
  if (!reading.ok) for (const { pointer, rule } of reading.problems) at.within(pointer).refuse(rule);
  const description = at.field('description');
  return { name, description: description.present ? description.text(PURPOSE) : '', document };
}
