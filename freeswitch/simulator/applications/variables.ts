import type { Application } from './application';

export const set: Application = (_, channel, argument) => {
  const [name, value] = assignment(argument);
  channel.set(name, value === '_undef_' ? undefined : value);
};

/** Changes the caller profile in place: who calls, as the legs that follow are told. */
export const setProfileVar: Application = (_, channel, argument) => {
  const [name, value] = assignment(argument);
  if (name === 'caller_id_name') channel.profile.callerIdName = value;
  if (name === 'caller_id_number') channel.profile.callerIdNumber = value;
};

/** Sets the variable and has `bridge` pass it on; with `nolocal:` only the latter. */
export const exportVariable: Application = (_, channel, argument) => {
  const [name, value] = assignment(argument);
  const local = !name.startsWith('nolocal:');
  const plain = name.replace(/^nolocal:/, '');
  const listed = (channel.get('export_vars') ?? '').split(',').filter((entry) => entry !== '');
  channel.set('export_vars', [...new Set([...listed, name])].join(','));
  channel.set(local ? plain : name, value);
};

export const unset: Application = (_, channel, argument) => {
  channel.set(argument.trim(), undefined);
};

/** `multiset a=b c=d`, or with another delimiter `multiset ^^,a=b,c=d`. */
export const multiset: Application = (sw, channel, argument) => {
  const custom = /^\^\^(.)/.exec(argument);
  const parts = custom ? argument.slice(3).split(custom[1] ?? ' ') : argument.split(' ');
  for (const part of parts) if (part.includes('=')) void set(sw, channel, part);
};

function assignment(argument: string): [string, string] {
  const at = argument.indexOf('=');
  return at < 0 ? [argument.trim(), ''] : [argument.slice(0, at).trim(), argument.slice(at + 1)];
}
