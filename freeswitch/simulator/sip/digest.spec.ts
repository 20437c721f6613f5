import { a1Hash, digestResponse } from './digest';

// RFC 2617, section 3.5.
it('answers the challenge of the standard as the standard does', () => {
  const a1 = a1Hash('Mufasa', 'testrealm@host.com', 'Circle Of Life');
  const response = digestResponse(a1, {
    nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    cnonce: '0a4f113b',
    nc: '00000001',
    method: 'GET',
    uri: '/dir/index.html',
  });
  expect(response).toBe('6629fae49393a05397450978507c4ef1');
});
