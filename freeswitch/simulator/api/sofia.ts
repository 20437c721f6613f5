import { separateWords } from '../core/separate-string';
import type { SimulatedSwitch } from '../simulated-switch';
import type { ApiCommand } from './command';

/** `sofia_contact [PROFILE/|*​/]user@domain`: the dial string of a registration. */
export function sofiaContact(sw: SimulatedSwitch, argument: string): string {
  const address = argument.trim().replace(/^[^/]*\//, '');
  const at = address.indexOf('@');
  const registration = sw.registrations.find(address.slice(0, at), address.slice(at + 1));
  if (!registration) return 'error/user_not_registered';
  return `sofia/${sw.config.profiles.phones}/sip:${registration.contact}`;
}

const LINE = '='.repeat(97);

/** `sofia status`, `sofia profile NAME flush_inbound_reg [user@domain]`, `… rescan`, `… restart`. */
export const sofia: ApiCommand = (sw, argument) => {
  const [command, name, action, target] = separateWords(argument, 6);
  if (command === 'status') return status(sw);
  if (command !== 'profile' || name === undefined) return '-USAGE: sofia <help|status|profile> …\n';
  if (action === 'flush_inbound_reg') return flush(sw, target);
  return action === 'rescan' || action === 'restart' ? '+OK scan complete\n' : '-ERR Unknown command!\n';
};

function flush(sw: SimulatedSwitch, target: string | undefined): string {
  for (const { user, host } of sw.registrations.all()) {
    if (target === undefined || target === `${user}@${host}`) sw.registrations.remove(user, host);
  }
  return `+OK flushing all registrations${target === undefined ? '' : ' matching specified call_id'}\n`;
}

function status(sw: SimulatedSwitch): string {
  const { phones, trunk } = sw.config.profiles;
  const row = (name: string, port: number): string =>
    `${name.padStart(25)}\t  profile\t${`sip:mod_sofia@127.0.0.1:${port}`.padStart(40)}\tRUNNING (0)\n`;
  return `                     Name\t   Type\t                                      Data\tState\n${LINE}\n`
    + `${row(phones, 5060)}${row(trunk, 5080)}${LINE}\n2 profiles 0 aliases\n`;
}
