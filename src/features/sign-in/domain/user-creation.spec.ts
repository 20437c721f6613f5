import { nameOf, roleOf, type UserCreation } from './user-creation';

const creation: UserCreation = {
  roleClaim: 'groups',
  roles: [
    { value: 'floor', role: 'supervisor' },
    { value: 'staff', role: 'agent' },
  ],
  defaultRole: null,
};

it.each<[string, object, string | null]>([
  ['the group that fits', { groups: ['others', 'staff'] }, 'agent'],
  ['the first of the map, not of the claim', { groups: ['staff', 'floor'] }, 'supervisor'],
  ['a text', { groups: 'staff' }, 'agent'],
  ['a group that only contains one', { groups: ['staff-abroad'] }, null],
  ['a group in other letters', { groups: ['Staff'] }, null],
  ['no group', { groups: [] }, null],
  ['no claim', {}, null],
  ['something else', { groups: { staff: true } }, null],
  ['a list in a list', { groups: [['staff']] }, null],
])('maps %s', (_what, claims, role) => {
  expect(roleOf(creation, claims as Record<string, unknown>)).toBe(role);
  expect(roleOf({ ...creation, defaultRole: 'viewer' }, claims as Record<string, unknown>)).toBe(role ?? 'viewer');
});

it('reads no claim that every object has', () => {
  const constructor = { ...creation, roleClaim: 'constructor', roles: [{ value: 'x', role: 'agent' as const }] };
  expect(roleOf(constructor, {})).toBeNull();
});

it.each<[string, object, string]>([
  ['as the provider says', { name: ' Li Wei ' }, 'Li Wei'],
  ['by his address where that is not plain', { name: 'a{b}' }, 'li.wei'],
  ['by his address where it says nothing', {}, 'li.wei'],
  ['by his address where it is no text', { name: 7 }, 'li.wei'],
])('calls somebody %s', (_what, claims, name) => {
  expect(nameOf(claims as Record<string, unknown>, 'li.wei@pharma.example', (text) => /^[^{}]+$/.test(text))).toBe(name);
});
