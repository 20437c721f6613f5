import { type Installation } from './installation';

const ENTITIES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&${ENTITIES[sign]};`);

const variables = (installation: Installation): Record<string, string | number> => ({
  node: installation.node,
  sip_address: installation.sipAddress,
  public_address: installation.publicAddress,
  internal_port: installation.ports.internal,
  external_port: installation.ports.external,
  ws_port: installation.ports.ws,
  wss_port: installation.ports.wss,
  rtp_first: installation.ports.rtpFirst,
  rtp_last: installation.ports.rtpLast,
  candidate_acl: installation.candidateAcl,
  event_socket_port: installation.ports.eventSocket,
  xml_url: installation.urls.xml,
  cdr_url: installation.urls.cdr,
  spool_dir: installation.spoolDir,
  max_sessions: installation.limits.sessions,
  sessions_per_second: installation.limits.sessionsPerSecond,
  log_level: installation.logLevel,
});

// The switch's preprocessor reads line by line: one directive a line, and nothing of ours beside an <include> tag.
const included = (lines: string[]): string => ['<include>', ...lines, '</include>', ''].join('\n');

const param = (name: string, value: string): string => `<param name="${name}" value="${escapeXml(value)}"/>`;

function gateways(carrier: string | undefined): string[] {
  if (carrier === undefined) return [];
  const params = [
    // Without these a gateway wants an account and would sign in.
    param('username', 'none'),
    param('password', 'none'),
    param('register', 'false'),
    param('proxy', carrier),
    param('caller-id-in-from', 'true'),
  ];
  return ['<gateway name="carrier">', ...params, '</gateway>'];
}

/**
 * The files of the switch's run directory that freeswitch/conf includes, by path relative to it. The caller has
 * checked the installation (`installationProblems`).
 */
export function runDirectoryFiles(installation: Installation): Record<string, string> {
  const { eventSocket, http } = installation.secrets;
  const sets = Object.entries(variables(installation)).map(
    ([name, value]) => `<X-PRE-PROCESS cmd="set" data="seatline_${name}=${escapeXml(String(value))}"/>`,
  );
  const nodes = installation.trunk.networks.map((network) => `<node type="allow" cidr="${network}"/>`);
  return {
    'vars.xml': included(sets),
    'trunks.xml': included(nodes),
    'gateways.xml': included(gateways(installation.trunk.carrier)),
    'secrets/event-socket.xml': included([param('password', eventSocket)]),
    'secrets/xml-curl.xml': included([param('gateway-credentials', `switch:${http}`)]),
    'secrets/json-cdr.xml': included([param('cred', `switch:${http}`)]),
  };
}
