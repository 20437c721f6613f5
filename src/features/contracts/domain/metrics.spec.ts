import { abandonRate, aht, asa, occupancy } from './metrics';

test('abandon rate, with and without short abandons', () => {
  // 60 of 1060; without the 10 short ones 50 of 1050
  expect(abandonRate({ offered: 1060, abandoned: 60, shortAbandoned: 10 }))
    .toEqual({ all: 60 / 1060, withoutShort: 50 / 1050 });
  expect(abandonRate({ offered: 0, abandoned: 0, shortAbandoned: 0 })).toEqual({ all: null, withoutShort: null });
  expect(abandonRate({ offered: 2, abandoned: 2, shortAbandoned: 2 })).toEqual({ all: 1, withoutShort: null });
});

test('average speed of answer: 2 + 2 + 9 + 5 s over 4 calls is 4.5 s', () => {
  expect(asa({ answered: 4, waitSeconds: 18 })).toBe(4.5);
  expect(asa({ answered: 0, waitSeconds: 0 })).toBeNull();
});

test('average handling time: (600 + 60 + 240) s over 5 calls is 180 s', () => {
  expect(aht({ handled: 5, talkSeconds: 600, holdSeconds: 60, wrapUpSeconds: 240 })).toBe(180);
  expect(aht({ handled: 0, talkSeconds: 0, holdSeconds: 0, wrapUpSeconds: 0 })).toBeNull();
});

test('occupancy: 45 minutes handling, 15 idle', () => {
  expect(occupancy({ handlingSeconds: 2700, idleSeconds: 900 })).toBe(0.75);
  expect(occupancy({ handlingSeconds: 0, idleSeconds: 0 })).toBeNull();
});
