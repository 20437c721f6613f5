import { USER_ROLES, type UserSpec } from './tenant-spec';
import { EMAIL, FREE_TEXT } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

export function readUsers(section: YamlCursor): Located<UserSpec>[] {
  return section.items('a list of users').flatMap((at) => {
    if (!at.expectMap(['email', 'name', 'role'])) return [];
    const value: UserSpec = {
      email: at.field('email').text(EMAIL).toLowerCase(),
      name: at.field('name').text(FREE_TEXT),
      role: at.field('role').oneOf(USER_ROLES),
    };
    return [{ value, at }];
  });
}
