import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation } from '../../scripts/switch/installation';
import { runDirectoryFiles } from '../../scripts/switch/run-directory-files';

const parts = readdirSync(join(__dirname, 'autoload_configs'));
const files = ['freeswitch.xml', ...parts.map((name) => `autoload_configs/${name}`)];
const withComments = new Map(files.map((file) => [file, readFileSync(join(__dirname, file), 'utf8')]));
const withoutComments = new Map([...withComments].map(([file, text]) => [file, text.replace(/<!--[^]*?-->/g, '')]));
const everything = [...withoutComments.values()].join('\n');

const installation: Installation = {
  node: 'sw1',
  sipAddress: '127.0.0.1',
  publicAddress: '127.0.0.1',
  ports: { eventSocket: 8021, internal: 5060, external: 5080, ws: 5066, wss: 7443, rtpFirst: 16384, rtpLast: 32766 },
  candidateAcl: 'loopback.auto',
  urls: { xml: 'http://127.0.0.1/xml', cdr: 'http://127.0.0.1/cdr' },
  secrets: { eventSocket: 'event-socket', http: 'http-secret' },
  spoolDir: '/spool',
  trunk: { networks: [] },
  limits: { sessions: 1, sessionsPerSecond: 1 },
  logLevel: 'notice',
};
const written = runDirectoryFiles(installation);
const setNames = (text: string) => [...text.matchAll(/cmd="set" data="(\w+)=/g)].map(([, name]) => name!);
/** Set by FreeSWITCH itself from its command line. */
const ownDirectories = ['run_dir', 'sounds_dir'];

/** The parameters of one profile or settings block, by name. */
const params = (text: string) =>
  new Map([...text.matchAll(/<param name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
const profile = (name: string) => {
  const text = withoutComments.get('autoload_configs/sofia.conf.xml')!;
  return params(new RegExp(`<profile name="${name}">[^]*?</profile>`).exec(text)![0]);
};

describe('the configuration of FreeSWITCH', () => {
  it.each(files)('%s is well-formed', (file) => {
    const open: string[] = [];
    const tags = withoutComments.get(file)!.matchAll(/<(\/?)([A-Za-z][\w-]*)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g);
    for (const [, closing, name, empty] of tags) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name!);
    }
    expect(open).toEqual([]);
    // A comment with "--" inside ends where nobody expects it; one with a directive runs it all the same.
    for (const [, comment] of withComments.get(file)!.matchAll(/<!--([^]*?)-->/g)) {
      expect(comment).not.toMatch(/--|X-PRE-PROCESS|\$\$\{/i);
    }
  });

  it('uses only variables that the launcher or FreeSWITCH sets, and all of the launcher\'s', () => {
    const used = new Set([...everything.matchAll(/\$\$\{(\w+)\}/g)].map(([, name]) => name!));
    const set = setNames(written['vars.xml']!);
    expect([...used].sort()).toEqual([...set, ...ownDirectories].sort());
  });

  it('includes exactly the files that the launcher writes', () => {
    const included = [...everything.matchAll(/data="\$\$\{run_dir\}\/([^"]+)"/g)].map(([, path]) => path!);
    expect(included.sort()).toEqual(Object.keys(written).sort());
  });

  it('shows every variable in vars.example.xml', () => {
    const example = readFileSync(join(__dirname, 'vars.example.xml'), 'utf8');
    expect(setNames(example).sort()).toEqual(setNames(written['vars.xml']!).sort());
  });

  it('has no user, no password and two routes: one refuses, the other has us asked again', () => {
    expect(everything).not.toMatch(/ClueCon|1234|<user\b|<domain\b/);
    expect(everything).not.toMatch(/name="(password|cred|gateway-credentials|vm-password|a1-hash)"/);
    const applications = [...everything.matchAll(/<(?:anti-)?action application="(\w+)" data="([^"]*)"/g)].map(([, name, data]) => `${name} ${data}`);
    expect(applications).toEqual([
      'respond 503 Service Unavailable',
      'hangup NORMAL_TEMPORARY_FAILURE', 'set seatline_asked=${seatline_asked}.', 'sleep 2000',
      'set seatline_asked_for=$1', 'transfer ${seatline_asked_for} XML $1',
    ]);
  });

  it('listens for control on loopback alone', () => {
    const settings = params(withoutComments.get('autoload_configs/event_socket.conf.xml')!);
    expect(settings.get('listen-ip')).toBe('127.0.0.1');
    expect(settings.get('apply-inbound-acl')).toBe('loopback.auto');
  });

  it('runs no command out of a text', () => {
    expect(params(withoutComments.get('autoload_configs/switch.conf.xml')!).get('api-expansion')).toBe('false');
    expect(withoutComments.get('freeswitch.xml')).toContain('data="disable_system_api_commands=true"');
  });

  it.each(['internal', 'external'])('opens no known hole in the %s profile', (name) => {
    const settings = profile(name);
    for (const hole of [
      'force-register-domain',
      'force-register-db-domain',
      'force-subscription-domain',
      'accept-blind-reg',
      'accept-blind-auth',
      'disable-auth-messages',
      'disable-auth-subscriptions',
    ]) {
      expect(settings.has(hole)).toBe(false);
    }
    expect(settings.get('disable-transfer')).toBe('true');
    expect(settings.get('manage-presence')).toBe('false');
    expect(settings.get('user-agent-string')).toBe('_undef_');
  });

  it('asks phones for a password and trunks for their address', () => {
    const internal = profile('internal');
    expect(internal.get('auth-calls')).toBe('true');
    expect(internal.get('challenge-realm')).toBe('auto_from');
    expect(internal.get('inbound-reg-force-matching-username')).toBe('true');
    expect(internal.has('apply-inbound-acl')).toBe(false);
    const external = profile('external');
    expect(external.get('apply-inbound-acl')).toBe('trunks');
    expect(external.get('disable-register')).toBe('true');
    expect(external.get('context')).toBe('public');
  });

  it('puts a limit to every lookup and checks whom it asks', () => {
    const binding = params(withoutComments.get('autoload_configs/xml_curl.conf.xml')!);
    expect(Number(binding.get('timeout'))).toBeGreaterThan(0);
    expect(Number(binding.get('timeout'))).toBeLessThanOrEqual(3);
    expect(binding.get('enable-cacert-check')).toBe('true');
    expect(binding.get('enable-ssl-verifyhost')).toBe('true');
  });

  it('keeps CDRs that cannot be delivered, and loses none at a stop', () => {
    const settings = params(withoutComments.get('autoload_configs/json_cdr.conf.xml')!);
    expect(settings.get('log-errors-to-disk')).toBe('true');
    expect(settings.get('err-log-dir')).toBe('$${seatline_spool_dir}');
    expect(settings.has('queue-capacity')).toBe(false);
    expect(settings.get('log-b-leg')).toBe('true');
    expect(settings.get('encode')).toBe('false');
  });
});
