import { parseConfig } from './config';

describe('parseConfig', () => {
  it('fills in what a bare configuration leaves out', () => {
    const config = parseConfig('{}');
    expect(config.eventSocket).toEqual({ host: '127.0.0.1', port: 0, password: 'ClueCon' });
    expect(config.xml.timeoutSeconds).toBe(3);
    expect(config.trunkContext).toBe('public');
  });

  it.each([
    ['nonsense', /not JSON/],
    ['[]', /must be a JSON object/],
    ['{"eventSocket":{"port":70000}}', 'eventSocket.port: must be an integer from 0 to 65535'],
    ['{"xml":{"url":"ftp://x"}}', 'xml.url: must begin with http:// or https://'],
    ['{"cdr":{"spoolDir":7}}', 'cdr.spoolDir: must be a string'],
    ['{"heartbeatSeconds":0}', 'heartbeatSeconds: must be a number above 0'],
    ['{"xml":{"headers":{"x":1}}}', 'xml.headers.x: must be a string'],
  ])('refuses %s', (text, message) => {
    expect(() => parseConfig(text)).toThrow(message);
  });
});
