import { checkLines, type Known } from './check-lines';
import { parseLines } from './parse-lines';

const cells = (text: string) => parseLines(text).map(({ line, values, hasMore }) => [line, ...Object.values(values), hasMore]);

test.each([
  ['commas', '1001,Anna,2001,anna@x.test,10', [[1, '1001', 'Anna', '2001', 'anna@x.test', '10', '', false]]],
  ['what a sheet copies', '1001\tAnna\t\t\t', [[1, '1001', 'Anna', '', '', '', '', false]]],
  ['semicolons, spaces and the byte order mark of a sheet', '\ufeff1001 ; Anna ;2001', [[1, '1001', 'Anna', '2001', '', '', '', false]]],
  ['Chinese commas', '1001，王芳', [[1, '1001', '王芳', '', '', '', '', false]]],
  ['quotes', '1001,"Anna ""A"", B"', [[1, '1001', 'Anna "A", B', '', '', '', '', false]]],
  ['headings and empty lines', 'number,name\r\n\r\n1001,Anna\r\n', [[3, '1001', 'Anna', '', '', '', '', false]]],
  ['a first line whose columns are the wrong way round', 'Anna,1001', [[1, 'Anna', '1001', '', '', '', '', false]]],
  ['too much', '1001,Anna,,,,Care,more', [[1, '1001', 'Anna', '', '', '', 'Care', true]]],
  ['nothing', ' \n', []],
])('reads %s', (_, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

const KNOWN: Known = {
  agents: [{ number: '1001', seat_id: 'sea_1', user_id: 'usr_1' }],
  seats: [{ id: 'sea_1', extension: '2001' }, { id: 'sea_2', extension: '2002' }],
  users: [{ id: 'usr_1', email: 'a@x.test' }, { id: 'usr_2', email: 'b@x.test' }],
  teams: [{ id: 'tem_1', name: 'Care' }],
};
const rulesOf = (text: string) => checkLines(parseLines(text), KNOWN).map((verdict) => (verdict.ok ? [] : verdict.problems.map(({ rule }) => rule)));

test('a good line is what will be sent', () => {
  expect(checkLines(parseLines('1002,Bo,2002,B@x.test,0,Care'), KNOWN)).toEqual([
    { ok: true, body: { number: '1002', name: 'Bo', seat_id: 'sea_2', user_id: 'usr_2', team_id: 'tem_1', wrap_up: 0 } },
  ]);
  // without a seat a hot desk, without a wrap-up the platform's, without a team none
  expect(checkLines(parseLines('1002,Bo'), KNOWN)).toEqual([{ ok: true, body: { number: '1002', name: 'Bo', seat_id: null, user_id: null, team_id: null } }]);
});

test.each([
  ['0123,Bo', ['bad_number']],
  ['1001,Bo', ['number_taken']],
  ['1002,', ['no_name']],
  ['1002,{Bo}', ['bad_name']],
  ['1002,Bo,9999', ['unknown_seat']],
  ['1002,Bo,2001', ['seat_taken']],
  ['1002,Bo,,nobody@x.test', ['unknown_user']],
  ['1002,Bo,,a@x.test', ['user_taken']],
  ['1002,Bo,,,86401', ['bad_wrap_up']],
  ['1002,Bo,,,soon', ['bad_wrap_up']],
  ['1002,Bo,,,,care', ['unknown_team']],
  ['12,,9999', ['bad_number', 'no_name', 'unknown_seat']],
])('%s: %j', (text, rules) => {
  expect(rulesOf(text)).toEqual([rules]);
});

test('what stands twice is the second line\'s fault', () => {
  const text = '1002,Bo,2002,b@x.test\n1002,Cy,2002,B@x.test\n1003,Di';
  expect(rulesOf(text)).toEqual([[], ['number_twice', 'seat_twice', 'user_twice'], []]);
});
