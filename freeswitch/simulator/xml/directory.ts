import type { Header } from '../core/switch-event';
import type { XmlCurl } from './xml-curl';
import type { XmlElement } from './xml-element';

/** A directory user with what its domain and group add; the nearer setting wins. */
export interface DirectoryUser {
  readonly id: string;
  readonly params: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
}

export interface DirectoryQuery {
  readonly user: string;
  readonly domain: string;
  readonly origin: string;
  readonly before?: readonly Header[];
  readonly fields: readonly Header[];
  /** `ip` closes a sip_auth request. */
  readonly ip?: string;
}

/** switch_xml_locate_user_merged over mod_xml_curl. @returns undefined when the user cannot be had. */
export async function locateUser(xml: XmlCurl, query: DirectoryQuery): Promise<DirectoryUser | undefined> {
  const closing: Header[] = [['key', 'id'], ['user', query.user], ['domain', query.domain]];
  if (query.ip) closing.push(['ip', query.ip]);
  const section = await xml.fetch({
    section: 'directory',
    tagName: 'domain',
    keyName: 'name',
    keyValue: query.domain,
    before: query.before,
    after: [...query.fields, ...closing],
    origin: query.origin,
  });
  const domain = section?.find('domain', 'name', query.domain);
  return domain && userInDomain(domain, query.user);
}

/** Users stand directly in the domain, in `<users>`, or in `<groups><group><users>`. */
function userInDomain(domain: XmlElement, id: string): DirectoryUser | undefined {
  for (const group of domain.child('groups')?.all('group') ?? []) {
    const user = userIn(group.child('users') ?? group, id);
    if (user) return merge(user, [domain, group, user]);
  }
  const user = userIn(domain.child('users') ?? domain, id) ?? userIn(domain, id);
  return user && merge(user, [domain, user]);
}

function userIn(parent: XmlElement, id: string): XmlElement | undefined {
  return parent.find('user', 'id', id) ?? parent.find('user', 'number-alias', id);
}

function merge(user: XmlElement, layers: XmlElement[]): DirectoryUser {
  const collect = (list: string, item: string): Map<string, string> => {
    const entries = layers.flatMap((layer) => layer.child(list)?.all(item) ?? []);
    return new Map(entries.map((entry) => [entry.attribute('name') ?? '', entry.attribute('value') ?? '']));
  };
  return {
    id: user.attribute('id') ?? '',
    params: collect('params', 'param'),
    variables: collect('variables', 'variable'),
  };
}
