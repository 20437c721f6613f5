import { readDialledNumber, readPhoneNumber } from './phone-number';

describe('readPhoneNumber', () => {
  test.each([
    ['+862160010001', '+862160010001', 'E.164 as it is'],
    ['+86 21 6001-0001', '+862160010001', 'spaces and hyphens fall away'],
    ['+1 (212) 555 0100', '+12125550100', 'so do brackets'],
    ['4008001001', '4008001001', 'a 400 number'],
    ['400-800-1001', '4008001001', 'the same, spelt in groups'],
    ['+86 400 800 1001', '4008001001', 'the same, with the country code'],
    ['8008101234', '8008101234', 'an 800 number'],
    ['95003', '95003', 'a short number of 5 digits'],
    ['95105888', '95105888', 'a short number of 8 digits'],
    ['12320', '12320', 'a public service number'],
    ['+869511234567', '+869511234567', 'area code 951 is no short number: 10 digits, not 5 to 8'],
    ['+861012345678', '+861012345678', 'area code 10 is no service number: 10 digits, not 5'],
  ])('%s is %s (%s)', (text, number) => {
    expect(readPhoneNumber(text)).toEqual({ ok: true, number });
  });

  test.each([
    ['', 'nothing'],
    ['110', 'an emergency service'],
    ['02160010001', 'a trunk prefix: its country is unknown'],
    ['4008001', 'a 400 number cut short'],
    ['+8621600', '7 digits are too few'],
    ['+8621600100010001', '16 digits are too many'],
    ['+062160010001', 'no country code starts with 0'],
    ['+86 21 6001 ${x}', 'other characters'],
    ['++862160010001', 'two plus signs'],
    ['９５００３', 'digits of another script'],
  ])('refuses %j: %s', (text) => {
    expect(readPhoneNumber(text)).toEqual({ ok: false, rule: expect.stringMatching(/^must be an E\.164 number/) });
  });
});

describe('a + before a bare service number, which would be a second owner of one dialled number', () => {
  test.each(['+4008001001', '+400-800-1001', '+8008101234', '+95105888', '+96123456'])('%s is refused', (text) => {
    expect(readPhoneNumber(text)).toEqual({ ok: false, rule: expect.stringMatching(/without the \+/) });
  });

  test.each(['+40212345678', '+80012345678', '+9512345678'])('%s, of another length, is not', (number) => {
    expect(readPhoneNumber(number)).toEqual({ ok: true, number });
  });
});

describe('readDialledNumber', () => {
  test.each([
    ['4008001001', '4008001001'],
    ['864008001001', '4008001001'],
    ['+864008001001', '4008001001'],
    ['00864008001001', '4008001001'],
    ['95003', '95003'],
    ['8695003', '95003'],
    ['12320', '12320'],
    ['+862160010001', '+862160010001'],
    ['862160010001', '+862160010001'],
    ['00862160010001', '+862160010001'],
    ['12125550100', '+12125550100'],
    ['14008001001', '+14008001001'],
    ['+4008001001', null],
    ['004008001001', null],
    ['02160010001', null],
    ['1001', null],
    ['110', null],
    ['0', null],
    ['', null],
    ['400 800 1001', null],
    ['4008001001;x=y', null],
    ['after-queue', null],
  ])('%s is %s', (dialled, number) => {
    expect(readDialledNumber(dialled)).toBe(number);
  });

  test.each(['4008001001', '95003', '95105888', '12320', '+862160010001', '+12125550100', '+9512345678'])(
    '%s is kept as it is dialled, with and without +, and read again',
    (number) => {
      expect(readPhoneNumber(number)).toEqual({ ok: true, number });
      expect(readDialledNumber(number)).toBe(number);
      expect(readDialledNumber(number.replace('+', ''))).toBe(number);
    },
  );
});
