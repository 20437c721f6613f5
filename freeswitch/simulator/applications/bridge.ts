import { bridgeLegs } from '../channels/bridge';
import type { Channel } from '../channels/channel';
import { originate } from '../channels/originate';
import { CAUSES, type Cause } from '../sip/causes';
import type { Application } from './application';

const DEFAULT_TIMEOUT_SECONDS = 60;

/** Calls out and joins the two legs; on failure the dialplan goes on only where `continue_on_fail` lets it. */
export const bridge: Application = async (sw, channel, argument) => {
  const result = await originate(sw, {
    dialString: argument,
    timeoutSeconds: Number(channel.get('call_timeout') ?? channel.get('originate_timeout')) || DEFAULT_TIMEOUT_SECONDS,
    callerIdName: channel.get('effective_caller_id_name') ?? channel.profile.callerIdName,
    callerIdNumber: channel.get('effective_caller_id_number') ?? channel.profile.callerIdNumber,
    variables: exported(channel),
    originator: channel,
  });
  if ('leg' in result) {
    channel.set('originate_disposition', 'SUCCESS');
    await bridgeLegs(channel, result.leg);
    return;
  }
  channel.set('originate_disposition', result.cause);
  channel.set('originate_failed_cause', result.cause);
  handleFailure(channel, result.cause);
};

/** `export` names variables, some of them `nolocal:`, that every called leg receives. */
export function exported(channel: Channel): [string, string][] {
  const names = (channel.get('export_vars') ?? '').split(',').filter((name) => name !== '');
  return names.flatMap((name): [string, string][] => {
    const value = channel.get(name) ?? '';
    return value === '' ? [] : [[name.replace(/^nolocal:/, ''), value]];
  });
}

const ALWAYS_CONTINUES: readonly Cause[] = ['NO_ANSWER', 'NO_USER_RESPONSE', 'ORIGINATOR_CANCEL'];

/** switch_channel_handle_cause. */
function handleFailure(channel: Channel, cause: Cause): void {
  const continueOn = channel.get('continue_on_fail');
  if (continueOn === undefined) {
    if (!ALWAYS_CONTINUES.includes(cause)) channel.hangup(cause);
    return;
  }
  const listed = continueOn.toUpperCase().split(',').map((entry) => entry.trim());
  const continues = channel.isTrue('continue_on_fail') || listed.includes(cause) || listed.includes(`${CAUSES[cause]}`);
  if (!continues) channel.hangup(cause);
}
