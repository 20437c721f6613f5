import { SwitchForm } from './switch-form';

it.each([
  ['section=directory&user=1001', 'section', 'directory'],
  ['section=directory&user=1001', 'user', '1001'],
  ['section=directory&user=', 'user', ''],
  ['section=directory&user', 'user', undefined],
  ['section=directory', 'user', undefined],
  ['', 'user', undefined],
  // only a whole name is one
  ['sip_user=1&user=2', 'user', '2'],
  ['sip_user=1', 'user', undefined],
  ['user=1&user=2', 'user', '1'],
  // a value that holds what looks like a field, encoded as the switch encodes it
  ['name=%26user%3D9&user=1', 'user', '1'],
  ['Caller-Context=public&Hunt-Context=tenant-a', 'Hunt-Context', 'tenant-a'],
  ['name=a+b%20c%2Bd', 'name', 'a b c+d'],
  ['name=%E4%BD%A0', 'name', '你'],
  // a hostile display name: no valid percent-encoding of anything
  ['name=%FF%E9+%25', 'name', '%FF%E9 %25'],
  ['name=100%', 'name', '100%'],
])('in %j, %s is %j', (text, name, value) => {
  expect(new SwitchForm(text).get(name)).toBe(value);
});
