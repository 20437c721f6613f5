import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError, readConfig } from './config';

const complete = {
  DATABASE_URL: 'mysql://user:password@127.0.0.1:3306/seatline',
  REDIS_URL: 'redis://127.0.0.1:6379/0',
  JWT_SECRET: 'x'.repeat(32),
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  ESL_PASSWORD: 'event-socket-password',
  SWITCH_SECRET: 'twenty-characters-or-more',
};

it('fills in what may be left out, and cannot be changed afterwards', () => {
  const config = readConfig(complete);
  expect(config).toMatchObject({ HTTP_HOST: '127.0.0.1', HTTP_PORT: 8080, SWITCH_NODE: 'sw1', LOG_LEVEL: 'info' });
  expect(() => Object.assign(config, { HTTP_PORT: 1 })).toThrow(TypeError);
});

it.each([
  ['DATABASE_URL', 'postgres://x'],
  ['REDIS_URL', '127.0.0.1'],
  ['JWT_SECRET', 'short'],
  ['MASTER_KEY', 'c2hvcnQ='],
  ['MASTER_KEY_PREVIOUS', 'one,two'],
  ['SESSION_HOURS', '0'],
  ['OIDC_REDIRECT_URL', 'https://x/?a=b'],
  ['PASSWORD_RESET_URL', 'seatline.example'],
  ['SMTP_URL', 'https://mail.example.com'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a <b@c.test>\r\nBcc: d@e.test'],
  ['SESSION_IDLE_MINUTES', '10'],
  ['HTTP_PORT', '70000'],
  ['HTTP_PORT', 'eighty'],
  ['ESL_PORT', '0'],
  ['ESL_PASSWORD', 'two words here'],
  ['SWITCH_NODE', 'a b'],
  ['SWITCH_SECRET', 'short'],
  ['SWITCH_ADDRESSES', 'everyone'],
  ['TRUNK', 'sofia/gateway/x;system(ls)'],
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'https://a.test/'],
  ['CORS_ORIGINS', 'null'],
  ['METRICS_SECRET', 'short'],
  ['TRUSTED_PROXIES', 'everyone'],
  ['TENANT_REQUESTS_PER_SECOND', '0'],
  ['STRANGER_REQUESTS_PER_SECOND', 'many'],
  ['HEALTH_PORT', '-1'],
  ['TENANT_SOUNDS_DIR', 'sounds'],
  ['SPEECH_PROVIDER', 'parrot'],
  ['OUTGOING_PORTS', '443;80'],
  ['OUTGOING_LOOPBACK', 'yes'],
  ['LOG_LEVEL', 'loud'],
])('refuses %s=%s, naming it', (name, value) => {
  expect(() => readConfig({ ...complete, [name]: value })).toThrow(new RegExp(`^The environment is wrong.*\\n  ${name}: `));
});

it('asks whom mails are from where there is a mail server', () => {
  const server = { ...complete, SMTP_URL: 'smtp://127.0.0.1:25' };
  expect(() => readConfig(server)).toThrow(/\n  MAIL_FROM: /);
  for (const MAIL_FROM of ['no-reply@a.test', 'Seatline <no-reply@a.test>']) {
    expect(readConfig({ ...server, MAIL_FROM })).toMatchObject({ MAIL_FROM });
  }
});

it('names everything that is missing at once', () => {
  const problem = () => readConfig({});
  expect(problem).toThrow(ConfigError);
  for (const name of Object.keys(complete)) expect(problem).toThrow(new RegExp(`\\n  ${name}: `));
});

it('is explained in full by .env.example', () => {
  const example = readFileSync(join(__dirname, '../../../.env.example'), 'utf8');
  const source = readFileSync(join(__dirname, 'config.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+)\??:/gm)].map((match) => match[1] ?? '');
  expect(names).toEqual(Object.keys(new Config()));
  for (const name of names) expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'));
});
