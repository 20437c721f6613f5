import { callcenterConfig } from '../callcenter/config-api';
import { expandVariables } from '../channels/expand';
import type { SimulatedSwitch } from '../simulated-switch';
import type { ApiCommand } from './command';
import {
  callcenterBreak, globalGetvar, globalSetvar, hupall, json, limitUsage, schedDel, schedHangup, status, strftime, version,
} from './general';
import { originateCommand } from './originate-command';
import { show } from './show';
import { sofia, sofiaContact } from './sofia';
import {
  uuidBreak, uuidBridge, uuidBroadcast, uuidDisplace, uuidDump, uuidExists, uuidGetvar, uuidHold, uuidKill, uuidRecord,
  uuidRecvDtmf, uuidSendDtmf, uuidSetvar, uuidTransfer,
} from './uuid-commands';

const COMMANDS: Readonly<Record<string, ApiCommand>> = {
  expand: (sw, argument) => expandVariables(undefined, argument, sw.expansion),
  global_getvar: globalGetvar,
  global_setvar: globalSetvar,
  hupall,
  json,
  limit_usage: limitUsage,
  originate: originateCommand,
  reloadxml: () => '+OK [Success]\n',
  sched_del: schedDel,
  sched_hangup: schedHangup,
  show,
  sofia,
  sofia_contact: sofiaContact,
  status,
  strftime,
  uuid_break: uuidBreak,
  uuid_bridge: uuidBridge,
  uuid_broadcast: uuidBroadcast,
  uuid_displace: uuidDisplace,
  uuid_dump: uuidDump,
  uuid_exists: uuidExists,
  uuid_getvar: uuidGetvar,
  uuid_hold: uuidHold,
  uuid_kill: uuidKill,
  uuid_record: uuidRecord,
  uuid_recv_dtmf: uuidRecvDtmf,
  uuid_send_dtmf: uuidSendDtmf,
  uuid_setvar: uuidSetvar,
  uuid_transfer: uuidTransfer,
  version,
  xml_flush_cache: () => '+OK cleared 0 entries\n',
};

/** These exist only while mod_callcenter is loaded. */
const CALLCENTER: Readonly<Record<string, ApiCommand>> = {
  callcenter_break: callcenterBreak,
  callcenter_config: (sw, argument) => callcenterConfig(sw.callcenter, argument),
};

/** @returns the command's output, or undefined when there is no such command */
export async function runApi(sw: SimulatedSwitch, command: string, argument: string): Promise<string | undefined> {
  const known = COMMANDS[command] ?? (sw.callcenter.loaded ? CALLCENTER[command] : undefined);
  return known?.(sw, argument);
}
