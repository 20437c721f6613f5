import { transferChannel } from '../channels/bridge';
import { huntDialplan } from '../dialplan/hunt';
import { separateWords } from '../core/separate-string';
import { causeOfSip, parseCause } from '../sip/causes';
import type { Application } from './application';

export const transfer: Application = (_, channel, argument) => {
  const words = separateWords(argument, 4);
  if (words[0] === '-bleg' || words[0] === '-both') {
    const partner = channel.partner;
    if (partner) transferChannel(partner, words.slice(1));
    if (words[0] === '-bleg') return;
    words.shift();
  }
  transferChannel(channel, words);
};

export const hangup: Application = (_, channel, argument) => {
  channel.hangup(argument ? parseCause(argument) : 'NORMAL_CLEARING');
};

/** Refuses with a SIP status: `respond 486`. */
export const respond: Application = (_, channel, argument) => {
  const status = Number.parseInt(argument, 10);
  if (!Number.isInteger(status)) return;
  channel.set('sip_hangup_disposition', 'send_refuse');
  channel.set('proto_specific_hangup_cause', `sip:${status}`);
  channel.hangup(causeOfSip(status));
};

/** Runs another extension's applications as a subroutine: `execute_extension NAME [XML [CONTEXT]]`. */
export const executeExtension: Application = async (sw, channel, argument) => {
  const [destination = '', dialplan, context] = separateWords(argument, 3);
  const { profile } = channel;
  channel.profile = {
    ...profile, destinationNumber: destination, dialplan: dialplan ?? 'XML', context: context ?? profile.context,
  };
  const extension = await huntDialplan(sw, channel);
  channel.profile = profile;
  for (let next = extension?.take(); next && channel.ready; next = extension?.take()) {
    await sw.executeApplication(channel, next.name, next.data);
  }
};

const LIMIT_DEFAULT_EXTENSION = 'limit_exceeded';

/** `limit BACKEND REALM ID [MAX[/INTERVAL] [EXTENSION|!CAUSE [DIALPLAN [CONTEXT]]]]`. */
export const limit: Application = (sw, channel, argument) => {
  const [, realm, id, max, exceeded = LIMIT_DEFAULT_EXTENSION, dialplan, context] = separateWords(argument, 7);
  if (realm === undefined || id === undefined) return;
  const most = max === undefined || max.startsWith('-') ? -1 : Number.parseInt(max, 10) || 0;
  const interval = Number.parseInt(max?.split('/')[1] ?? '', 10) || 0;
  const within = interval > 0
    ? sw.limits.pace(realm, id, most, interval) && sw.limits.take(channel, realm, id, -1)
    : sw.limits.take(channel, realm, id, most);
  if (within) return;
  if (exceeded.startsWith('!')) channel.hangup(parseCause(exceeded.slice(1)));
  else transferChannel(channel, [exceeded, dialplan, context]);
};

/** `hash insert|delete/REALM/KEY[/VALUE]`. */
export const hash: Application = (sw, _, argument) => {
  const [action, realm = '', key = '', ...value] = argument.split('/');
  if (action === 'insert') sw.hash.set(`${realm}_${key}`, value.join('/'));
  if (action === 'delete') sw.hash.delete(`${realm}_${key}`);
};

/** `sched_hangup [+]SECONDS [CAUSE]`: with the plus from now on, else at that second of the epoch. */
export const schedHangup: Application = (sw, channel, argument) => {
  const [when = '', cause] = separateWords(argument, 3);
  sw.scheduledHangups.add(channel, when, cause);
};
