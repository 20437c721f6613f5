import { element, param, xmlDocument } from './xml-element';

/** A SIP user as the switch must know it. */
export interface DirectoryUser {
  tenantId: string;
  domain: string;
  /** The dialplan context of the tenant; calls from this user can name nothing outside it. */
  context: string;
  extension: string;
  a1Hash: string;
}

/**
 * The directory's answer for one user. Always with a credential: a user without one would register freely.
 * Never `cacheable`: the answer depends on who asks (see `refusesRegistration`), and the switch's cache key is
 * user and domain glued together.
 */
export function directoryXml(user: DirectoryUser): string {
  return xmlDocument(
    'directory',
    element(
      'domain',
      { name: user.domain },
      element(
        'user',
        { id: user.extension },
        element(
          'params',
          {},
          param('a1-hash', user.a1Hash),
          // names the registration itself, so that the switch need not expand an API call in a dial string
          param('dial-string', `{presence_id=${user.extension}@${user.domain}}sofia/internal/${user.extension}%${user.domain}`),
        ),
        element(
          'variables',
          {},
          variable('user_context', user.context),
          variable('domain_name', user.domain),
          variable('seatline_tenant', user.tenantId),
          variable('seatline_extension', user.extension),
          // whoever commands it: from a phone nobody listens to another tenant's call (see belonging.ts)
          variable('eavesdrop_require_group', user.tenantId),
          // what a phone says of itself is not passed on: see presentableNumber
          variable('effective_caller_id_number', user.extension),
          variable('effective_caller_id_name', user.extension),
          // an INVITE with Replaces becomes an intercept of the leg that it names, whoever's that is: none of one that talks
          variable('intercept_unbridged_only', 'true'),
          variable('intercept_unanswered_only', 'true'),
        ),
      ),
    ),
  );
}

/** What a `sip_auth` request says about who registers where. */
export interface RegistrationClaim {
  method: string | undefined;
  /** The realm whose password was shown. */
  realm: string;
  /** The domain under which the contact would be stored. */
  toHost: string | undefined;
}

/**
 * The switch checks the digest against the realm that the phone names and stores the contact under the To host, and
 * compares the two nowhere: without this, one tenant's phone registers as another tenant's user.
 */
export function refusesRegistration({ method, realm, toHost }: RegistrationClaim): boolean {
  return method === 'REGISTER' && toHost !== realm;
}

function variable(name: string, value: string) {
  return element('variable', { name, value });
}
