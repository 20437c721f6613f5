import { digestAuthorization } from './digest';

describe('digestAuthorization', () => {
  it("gives the answer of RFC 2617's example (section 3.5)", () => {
    const value = digestAuthorization({
      method: 'GET',
      uri: '/dir/index.html',
      user: 'Mufasa',
      password: 'Circle Of Life',
      realm: 'testrealm@host.com',
      nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
      cnonce: '0a4f113b',
      count: 1,
    });
    expect(value).toContain('response="6629fae49393a05397450978507c4ef1"');
    expect(value).toContain('nc=00000001');
  });
});
