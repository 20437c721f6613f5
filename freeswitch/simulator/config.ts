export interface HttpTarget {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** An additional header, for a shared secret that is not basic authentication. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SimulatorConfig {
  readonly switchname: string;
  /** Where mod_callcenter's tables survive a restart. Empty: nothing survives. */
  readonly stateDir: string;
  /** Where sounds lie that a dialplan names without a path; relative to the working directory unless absolute. */
  readonly soundsDir: string;
  /** The global variable `recordings_dir`. Empty: nothing is recorded. */
  readonly recordingsDir: string;
  readonly eventSocket: { readonly host: string; readonly port: number; readonly password: string };
  /** Whom to ask for users, routes and queues; and the switch's own document, asked when that answer is none. Empty: there is none. */
  readonly xml: HttpTarget & { readonly timeoutSeconds: number; readonly otherwise: string };
  readonly cdr: HttpTarget & {
    readonly spoolDir: string;
    /** Further tries after the first, and the pause before each. */
    readonly retries: number;
    readonly delaySeconds: number;
  };
  readonly control: { readonly host: string; readonly port: number };
  readonly heartbeatSeconds: number;
  /** Legs at one time; a call beyond it is refused with 503. */
  readonly maxSessions: number;
  readonly profiles: { readonly phones: string; readonly trunk: string };
  readonly trunkContext: string;
}

type Json = Record<string, unknown>;

/** Reads the simulator's JSON configuration. @throws Error naming the field and the rule it breaks. */
export function parseConfig(text: string): SimulatorConfig {
  const root = parseObject(text);
  const eventSocket = object(root, 'eventSocket');
  const xml = object(root, 'xml');
  const cdr = object(root, 'cdr');
  const control = object(root, 'control');
  const profiles = object(root, 'profiles');
  return {
    switchname: string(root, 'switchname', 'simulator'),
    stateDir: string(root, 'stateDir', ''),
    soundsDir: string(root, 'soundsDir', '.'),
    recordingsDir: string(root, 'recordingsDir', ''),
    eventSocket: {
      host: string(eventSocket, 'eventSocket.host', '127.0.0.1'),
      port: integer(eventSocket, 'eventSocket.port', 0, 65535),
      password: string(eventSocket, 'eventSocket.password', 'ClueCon'),
    },
    xml: { ...target(xml, 'xml'), timeoutSeconds: positive(xml, 'xml.timeoutSeconds', 3), otherwise: string(xml, 'xml.otherwise', '') },
    cdr: {
      ...target(cdr, 'cdr'),
      spoolDir: string(cdr, 'cdr.spoolDir', ''),
      retries: integer(cdr, 'cdr.retries', 0, 100),
      delaySeconds: positive(cdr, 'cdr.delaySeconds', 1),
    },
    control: {
      host: string(control, 'control.host', '127.0.0.1'),
      port: integer(control, 'control.port', 0, 65535),
    },
    heartbeatSeconds: positive(root, 'heartbeatSeconds', 20),
    maxSessions: integer(root, 'maxSessions', 1000, 100000),
    profiles: {
      phones: string(profiles, 'profiles.phones', 'internal'),
      trunk: string(profiles, 'profiles.trunk', 'external'),
    },
    trunkContext: string(root, 'trunkContext', 'public'),
  };
}

function parseObject(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`simulator configuration: not JSON (${(error as Error).message})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('simulator configuration: must be a JSON object');
  }
  return value as Json;
}

const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function object(parent: Json, path: string): Json {
  const value = parent[last(path)] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${path}: must be an object`);
  return value as Json;
}

function string(parent: Json, path: string, otherwise: string): string {
  const value = parent[last(path)] ?? otherwise;
  if (typeof value !== 'string') throw new Error(`${path}: must be a string`);
  return value;
}

function integer(parent: Json, path: string, otherwise: number, most: number): number {
  const value = parent[last(path)] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(`${path}: must be an integer from 0 to ${most}`);
  }
  return value;
}

function positive(parent: Json, path: string, otherwise: number): number {
  const value = parent[last(path)] ?? otherwise;
  if (typeof value !== 'number' || !(value > 0)) throw new Error(`${path}: must be a number above 0`);
  return value;
}

function target(parent: Json, path: string): HttpTarget {
  const url = string(parent, `${path}.url`, '');
  if (url !== '' && !/^https?:\/\//.test(url)) throw new Error(`${path}.url: must begin with http:// or https://`);
  const headers = object(parent, `${path}.headers`);
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string') throw new Error(`${path}.headers.${name}: must be a string`);
  }
  return {
    url,
    username: string(parent, `${path}.username`, ''),
    password: string(parent, `${path}.password`, ''),
    headers: headers as Record<string, string>,
  };
}
