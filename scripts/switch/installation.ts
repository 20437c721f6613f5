/** Ports of one node; 0 takes a free one. `rtpFirst` to `rtpLast` is the range for media. */
export interface SwitchPorts {
  eventSocket: number;
  internal: number;
  external: number;
  ws: number;
  wss: number;
  rtpFirst: number;
  rtpLast: number;
}

/** What differs from one FreeSWITCH node to the next; freeswitch/conf/vars.example.xml explains each. */
export interface Installation {
  node: string;
  sipAddress: string;
  publicAddress: string;
  ports: SwitchPorts;
  /** Network list of addresses that may be WebRTC peers. */
  candidateAcl: string;
  urls: { xml: string; cdr: string };
  /** Passwords of the event socket, and of HTTP user `switch` towards our api. */
  secrets: { eventSocket: string; http: string };
  spoolDir: string;
  trunk: {
    /** Networks (CIDR) that trunks call from. */
    networks: string[];
    /** Where outbound calls go, host:port, as gateway `carrier`; absent: no outbound calls. */
    carrier?: string;
  };
  /** Legs at one time, and new legs a second, over all tenants. */
  limits: { sessions: number; sessionsPerSecond: number };
  logLevel: 'debug' | 'info' | 'notice' | 'warning' | 'err';
}

const isPort = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 65535;

/**
 * @returns one line per value that cannot be written into the switch's configuration, naming the field and the rule.
 */
export function installationProblems(installation: Installation): string[] {
  const problems: string[] = [];
  const check = (field: string, holds: boolean, rule: string) => {
    if (!holds) problems.push(`${field}: ${rule}`);
  };
  const { ports, secrets, urls, trunk, limits } = installation;
  check('node', /^[A-Za-z0-9._-]{1,60}$/.test(installation.node), 'must be 1 to 60 characters of A-Z a-z 0-9 . _ -');
  check('sipAddress', /^[0-9a-fA-F.:]+$/.test(installation.sipAddress), 'must be an IP address');
  check('publicAddress', /^[0-9a-fA-F.:]+$/.test(installation.publicAddress), 'must be an IP address');
  check('candidateAcl', /^[a-z0-9_.]+$/.test(installation.candidateAcl), 'must be the name of a network list');
  for (const [name, port] of Object.entries(ports)) {
    check(`ports.${name}`, isPort(port), 'must be a port from 1 to 65535');
  }
  check('ports.rtpLast', ports.rtpLast - ports.rtpFirst >= 3, 'must be at least 3 above ports.rtpFirst');
  for (const [name, url] of Object.entries(urls)) {
    check(`urls.${name}`, /^https?:\/\/[^\s$<>"']+$/.test(url), 'must be an http or https URL');
  }
  for (const [name, secret] of Object.entries(secrets)) {
    // "$" would start a preprocessor variable; curl splits user:password at the first colon only.
    const isPrintable = /^[\x21-\x23\x25-\x7e]{8,100}$/.test(secret);
    check(`secrets.${name}`, isPrintable, 'must be 8 to 100 printable characters without $');
  }
  check('spoolDir', /^\/[^\n\r$<>"]*$/.test(installation.spoolDir), 'must be an absolute path without $ < > "');
  for (const network of trunk.networks) {
    check('trunk.networks', /^[0-9a-fA-F.:]+\/\d{1,3}$/.test(network), 'must be networks like 192.0.2.0/24');
  }
  const { carrier } = trunk;
  check('trunk.carrier', carrier === undefined || /^[A-Za-z0-9.-]+:\d{1,5}$/.test(carrier), 'must be host:port');
  for (const [name, limit] of Object.entries(limits)) {
    check(`limits.${name}`, Number.isInteger(limit) && limit > 0, 'must be a whole number above 0');
  }
  return problems;
}
