import type { TeamSpec } from './tenant-spec';
import { EMAIL, FREE_TEXT, PURPOSE } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

/** Null where the file does not tell of teams: those that the tenant has made stay. */
export function readTeams(section: YamlCursor): Located<TeamSpec>[] | null {
  if (!section.present) return null;
  return section.items('a list of teams').flatMap((at) => (at.expectMap(['name', 'description', 'supervisors']) ? [{ value: readTeam(at), at }] : []));
}

function readTeam(at: YamlCursor): TeamSpec {
  const description = at.field('description');
  return {
    name: at.field('name').text(FREE_TEXT),
    description: description.present ? description.text(PURPOSE) : '',
    supervisors: readSupervisors(at.field('supervisors')),
  };
}

function readSupervisors(field: YamlCursor): string[] {
  const seen = new Set<string>();
  for (const at of field.items('a list of e-mail addresses')) {
    const email = at.text(EMAIL).toLowerCase();
    if (seen.has(email)) at.refuse('stands here a second time', email);
    seen.add(email);
  }
  return [...seen];
}
