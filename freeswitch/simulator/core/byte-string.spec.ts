import { fromText, toText, urlEncode } from './byte-string';

describe('urlEncode', () => {
  it.each([
    ['care@pharma.seatline.test', 'care%40pharma.seatline.test'],
    ['Sat, 21 Nov 2026 19:58:16 GMT', 'Sat,%2021%20Nov%202026%2019%3A58%3A16%20GMT'],
    ["agent set status 1001 'Available'", "agent%20set%20status%201001%20'Available'"],
    ['tone_stream://%(500,200,400)', 'tone_stream%3A//%25(500,200,400)'],
    ['SIP/2.0/UDP 127.0.0.1~x', 'SIP/2.0/UDP%20127.0.0.1~x'],
    ['&#37;E9 &#37; %FF', '%26%2337%3BE9%20%26%2337%3B%20%FF'],
    ['%ff', '%25ff'],
    ['100%', '100%25'],
    ['%F', '%25F'],
    ['\xff', '%FF'],
    ['v=0\r\n', 'v%3D0%0D%0A'],
  ])('%j becomes %j', (raw, encoded) => {
    expect(urlEncode(raw)).toBe(encoded);
  });
});

describe('byte strings', () => {
  it('hold one character per UTF-8 byte and turn back into the same text', () => {
    expect(fromText('é')).toBe('\xc3\xa9');
    expect(toText(fromText('客服'))).toBe('客服');
  });
});
