import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { findFreeSwitch } from './switch/find-free-switch';
import { type RunningFreeSwitch, startFreeSwitch } from './switch/start-free-switch';

const HOW_TO_GET_IT = `
No FreeSWITCH was found: FREESWITCH is not set, and PATH holds no program of that name.

  What is needed   FreeSWITCH 1.10.12 or later (1.11 is recommended) with these modules: mod_callcenter, mod_commands,
                   mod_dialplan_xml, mod_dptools, mod_event_socket, mod_hash, mod_json_cdr, mod_local_stream,
                   mod_logfile, mod_native_file, mod_opus, mod_rtc, mod_sndfile, mod_sofia, mod_tone_stream,
                   mod_xml_curl.
  How to get it    Install or build it as FreeSWITCH's own documentation describes (chapter "Installation").
  Then             FREESWITCH=/path/to/bin/freeswitch npm run switch

Nothing else of Seatline needs it: without FreeSWITCH, npm start uses the simulator.
`;

const number = (name: string, fallback: number): number => {
  const given = process.env[name];
  if (given === undefined || given === '') return fallback;
  if (!/^\d+$/.test(given)) throw new Error(`${name}: "${given}" is not a whole number`);
  return Number(given);
};

function api(): string {
  return `http://${process.env['HTTP_HOST'] || '127.0.0.1'}:${number('HTTP_PORT', 8080)}`;
}

/** The environment names what `.env.example` explains; secrets that are not given are made up and shown. */
async function start(binary: string): Promise<RunningFreeSwitch> {
  const madeUp = (name: string) => process.env[name] || randomBytes(24).toString('base64url');
  const ports = {
    eventSocket: number('ESL_PORT', 8021),
    internal: number('SIP_INTERNAL_PORT', 5060),
    external: number('SIP_EXTERNAL_PORT', 5080),
    ws: number('SIP_WS_PORT', 5066),
    wss: number('SIP_WSS_PORT', 7443),
  };
  const secrets = { eventSocket: madeUp('ESL_PASSWORD'), http: madeUp('SWITCH_SECRET') };
  for (const [name, value] of Object.entries({ ESL_PASSWORD: secrets.eventSocket, SWITCH_SECRET: secrets.http })) {
    if (!process.env[name]) console.log(`${name} is not set; for this run it is ${value}`);
  }
  return startFreeSwitch({
    binary,
    dataDir: resolve('.data'),
    node: process.env['SWITCH_NODE'] || 'sw1',
    urls: {
      xml: process.env['SWITCH_XML_URL'] || `${api()}/switch/xml`,
      cdr: process.env['SWITCH_CDR_URL'] || `${api()}/switch/cdr`,
    },
    secrets,
    ports,
  });
}

function show({ pid, eventSocket, sip, spoolDir, logFile }: RunningFreeSwitch): void {
  console.log(`FreeSWITCH runs (process ${pid}) on ${sip.host}; Ctrl-C stops it.`);
  console.log(`  event socket   port ${eventSocket.port}`);
  console.log(`  phones         port ${sip.internalPort}, WebSocket ${sip.wsPort}, secure WebSocket ${sip.wssPort}`);
  console.log(`  trunk          port ${sip.externalPort}`);
  console.log(`  CDR spool      ${spoolDir}`);
  console.log(`  log            ${logFile}`);
}

async function main(): Promise<number> {
  const binary = findFreeSwitch(process.env);
  if (binary === undefined) {
    console.error(HOW_TO_GET_IT);
    return 1;
  }
  const running = await start(binary);
  show(running);
  let asked = false;
  const stop = () => {
    asked = true;
    void running.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await running.ended;
  if (!asked) console.error(`FreeSWITCH ended by itself; see ${running.logFile}`);
  return asked ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
