import { type Installation } from './installation';
import { runDirectoryFiles } from './run-directory-files';

const installation: Installation = {
  node: 'sw1',
  sipAddress: '127.0.0.1',
  publicAddress: '192.0.2.1',
  ports: { eventSocket: 8021, internal: 5060, external: 5080, ws: 5066, wss: 7443, rtpFirst: 16384, rtpLast: 32766 },
  candidateAcl: 'wan.auto',
  urls: { xml: 'https://api.example/xml?a=1&b=2', cdr: 'https://api.example/cdr' },
  secrets: { eventSocket: 'a"b<c>&d12', http: 'http-secret' },
  spoolDir: '/spool',
  trunk: { networks: ['192.0.2.0/24', '198.51.100.7/32'] },
  limits: { sessions: 300, sessionsPerSecond: 30 },
  logLevel: 'info',
};

describe('runDirectoryFiles', () => {
  const files = runDirectoryFiles(installation);

  it('sets every value as a variable, one a line', () => {
    const lines = files['vars.xml']!.split('\n');
    expect(lines).toContain('<X-PRE-PROCESS cmd="set" data="seatline_internal_port=5060"/>');
    expect(lines).toContain('<X-PRE-PROCESS cmd="set" data="seatline_public_address=192.0.2.1"/>');
    expect(lines).toContain('<X-PRE-PROCESS cmd="set" data="seatline_xml_url=https://api.example/xml?a=1&amp;b=2"/>');
  });

  it('keeps secrets out of the variables and escapes them where they stand', () => {
    expect(files['vars.xml']).not.toContain('secret');
    expect(files['secrets/event-socket.xml']).toContain('<param name="password" value="a&quot;b&lt;c&gt;&amp;d12"/>');
    expect(files['secrets/xml-curl.xml']).toContain('<param name="gateway-credentials" value="switch:http-secret"/>');
    expect(files['secrets/json-cdr.xml']).toContain('<param name="cred" value="switch:http-secret"/>');
  });

  it('allows the trunks and nobody else', () => {
    expect(files['trunks.xml']!.match(/<node .*>/g)).toEqual([
      '<node type="allow" cidr="192.0.2.0/24"/>',
      '<node type="allow" cidr="198.51.100.7/32"/>',
    ]);
  });

  it('has a way out only where a carrier is named', () => {
    expect(files['gateways.xml']).not.toContain('<gateway');
    const withCarrier = runDirectoryFiles({ ...installation, trunk: { networks: [], carrier: '192.0.2.9:5060' } });
    expect(withCarrier['gateways.xml']).toContain('<gateway name="carrier">');
    expect(withCarrier['gateways.xml']).toContain('<param name="proxy" value="192.0.2.9:5060"/>');
  });
});
