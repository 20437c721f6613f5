import { type Installation, installationProblems } from './installation';

const sound: Installation = {
  node: 'sw1',
  sipAddress: '127.0.0.1',
  publicAddress: '127.0.0.1',
  ports: { eventSocket: 8021, internal: 5060, external: 5080, ws: 5066, wss: 7443, rtpFirst: 16384, rtpLast: 32766 },
  candidateAcl: 'loopback.auto',
  urls: { xml: 'http://127.0.0.1:8080/switch/xml', cdr: 'https://api.example/switch/cdr' },
  secrets: { eventSocket: 'event-socket-secret', http: 'http-secret-of-24-letters' },
  spoolDir: '/var/spool/seatline/cdr',
  trunk: { networks: ['127.0.0.1/32', '192.0.2.0/24'], carrier: '192.0.2.7:5060' },
  limits: { sessions: 3000, sessionsPerSecond: 100 },
  logLevel: 'notice',
};

describe('installationProblems', () => {
  it('finds nothing wrong with a sound installation', () => {
    expect(installationProblems(sound)).toEqual([]);
  });

  it.each<[string, Partial<Installation>, string]>([
    ['a line break in the node', { node: 'sw1\n<x/>' }, 'node'],
    ['a host name to listen on', { sipAddress: 'localhost' }, 'sipAddress'],
    ['a port that no one can have', { ports: { ...sound.ports, internal: 70000 } }, 'ports.internal'],
    ['a media range turned round', { ports: { ...sound.ports, rtpFirst: 20000, rtpLast: 10000 } }, 'ports.rtpLast'],
    ['a URL of another kind', { urls: { ...sound.urls, xml: 'file:/etc/passwd' } }, 'urls.xml'],
    ['a preprocessor variable in a secret', { secrets: { ...sound.secrets, http: '$${conf_dir}xx' } }, 'secrets.http'],
    ['a short secret', { secrets: { ...sound.secrets, eventSocket: 'ClueCon' } }, 'secrets.eventSocket'],
    ['a relative spool', { spoolDir: 'spool' }, 'spoolDir'],
    ['a trunk that is no network', { trunk: { networks: ['any'] } }, 'trunk.networks'],
    ['a carrier without a port', { trunk: { networks: [], carrier: 'sip.example' } }, 'trunk.carrier'],
    ['no sessions at all', { limits: { sessions: 0, sessionsPerSecond: 1 } }, 'limits.sessions'],
  ])('names the field of %s', (_what, change, field) => {
    const problems = installationProblems({ ...sound, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${field.replace('.', '\\.')}: must be `));
  });
});
