import { parseDialString } from './dial-string';

describe('parseDialString', () => {
  it('reads variables for all and for one leg', () => {
    const dial = parseDialString("{ignore_early_media=true,name='a,b'}[leg_timeout=8]user/1001@pharma.test");
    expect([...dial.variables]).toEqual([['ignore_early_media', 'true'], ['name', 'a,b']]);
    expect(dial.attempts).toHaveLength(1);
    const target = dial.attempts[0]?.[0];
    expect(target).toMatchObject({ endpoint: 'user', address: '1001@pharma.test' });
    expect([...(target?.variables ?? [])]).toEqual([['leg_timeout', '8']]);
  });

  it('separates targets that ring together from those tried in turn', () => {
    const dial = parseDialString('user/1@d,user/2@d|sofia/gateway/out/13800');
    expect(dial.attempts.map((attempt) => attempt.map(({ endpoint, address }) => `${endpoint}:${address}`))).toEqual([
      ['user:1@d', 'user:2@d'],
      ['sofia:gateway/out/13800'],
    ]);
  });

  it('takes a target without an address', () => {
    expect(parseDialString('error').attempts).toEqual([[{ endpoint: 'error', address: '', variables: new Map() }]]);
  });
});
