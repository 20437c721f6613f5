import { refusalOfUrl } from './outgoing-url';

const STRICT = { ports: [443, 8443], loopback: false };
const AT_HOME = { ...STRICT, loopback: true };
const PUBLIC = 'must lead to a public address';
const HTTPS = 'must begin with https://';
const PORTS = 'must use one of the ports 443, 8443';

it.each([
  ['https://example.com', null],
  ['https://example.com:443/hooks?a=b', null],
  ['https://example.com:8443/', null],
  ['https://1.1.1.1/', null],
  ['https://[2606:4700:4700::1111]/', null],
  ['https://пример.test/', null],
  ['http://example.com/', HTTPS],
  ['ftp://example.com/', HTTPS],
  ['file:///etc/passwd', HTTPS],
  ['gopher://127.0.0.1:6379/_FLUSHALL', HTTPS],
  ['javascript:alert(1)', HTTPS],
  ['data:text/plain,x', HTTPS],
  ['https://example.com:80/', PORTS],
  ['https://example.com:6379/', PORTS],
  ['https://example.com:22/', PORTS],
  ['https://user@example.com/', 'must not hold a user or password'],
  ['https://user:secret@example.com/', 'must not hold a user or password'],
  ['https://example.com@127.0.0.1/', 'must not hold a user or password'],
  ['https://example.com/#a', 'must not hold a fragment (#…)'],
  ['https://127.0.0.1/', PUBLIC],
  ['https://127.1/', PUBLIC],
  ['https://0x7f000001/', PUBLIC],
  ['https://2130706433/', PUBLIC],
  ['https://0177.0.0.1/', PUBLIC],
  ['https://①②⑦.0.0.1/', PUBLIC],
  ['https://0/', PUBLIC],
  ['https://169.254.169.254/latest/meta-data/', PUBLIC],
  ['https://[::1]/', PUBLIC],
  ['https://[::ffff:127.0.0.1]/', PUBLIC],
  ['https://[fd00:ec2::254]/', PUBLIC],
  ['https://10.0.0.1:8443/', PUBLIC],
  ['', 'must be a URL like https://example.com/hooks'],
  ['example.com', 'must be a URL like https://example.com/hooks'],
  ['https://', 'must be a URL like https://example.com/hooks'],
  ['https://256.1.1.1/', 'must be a URL like https://example.com/hooks'],
  ['https://exa mple.com/', 'must be a URL like https://example.com/hooks'],
])('for %j the rule is %j', (url, rule) => {
  expect(refusalOfUrl(url, STRICT)).toBe(rule);
});

it.each([
  ['http://127.0.0.1:3000/', null],
  ['http://127.1/', null],
  ['http://[::1]:9/', null],
  ['https://127.0.0.1:1/', null],
  ['http://10.0.0.1/', HTTPS],
  ['http://example.com/', HTTPS],
  ['http://169.254.169.254/', HTTPS],
  ['https://192.168.0.1/', PUBLIC],
  ['ftp://127.0.0.1/', HTTPS],
  ['http://user@127.0.0.1/', 'must not hold a user or password'],
])('where this machine is allowed, for %j it is %j', (url, rule) => {
  expect(refusalOfUrl(url, AT_HOME)).toBe(rule);
});
