import { transferChannel } from '../channels/bridge';
import { Extension } from '../channels/extension';
import { originate } from '../channels/originate';
import { separateWords } from '../core/separate-string';
import type { ApiCommand } from './command';

const USAGE = '<call url> <exten>|&<application_name>(<app_args>) [<dialplan>] [<context>] [<cid_name>] [<cid_num>] '
  + '[<timeout_sec>]';
const TIMEOUT_SECONDS = 60;

/** Rings the first leg and, once it answers, runs an application on it or sends it to an extension. */
export const originateCommand: ApiCommand = async (sw, argument) => {
  const words = separateWords(argument, 10).map((word) => (word.toLowerCase() === 'undef' ? undefined : word));
  const [url, extension, dialplan, context, name, number, timeout] = words;
  if (url === undefined || extension === undefined || words.length > 7) return `-USAGE: ${USAGE}\n`;
  const result = await originate(sw, {
    dialString: url,
    timeoutSeconds: Number(timeout) || TIMEOUT_SECONDS,
    callerIdName: name ?? '',
    callerIdNumber: number ?? '0000000000',
  });
  if ('cause' in result) return `-ERR ${result.cause}\n`;
  const { leg } = result;
  const call = /^&(\w+)(?:\((.*)\)?)?$/s.exec(extension);
  if (call) {
    const data = (call[2] ?? '').replace(/\)$/, '');
    leg.profile.extension = new Extension(call[1] ?? '', data, [{ name: call[1] ?? '', data }]);
    leg.setState('CS_EXECUTE');
  } else transferChannel(leg, [extension, dialplan ?? 'XML', context ?? 'default']);
  return `+OK ${leg.uuid}\n`;
};
