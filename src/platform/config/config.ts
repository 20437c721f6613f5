import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf, validateSync } from 'class-validator';

const whole = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));
const flag = () => Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

/** Everything that an installation may set; `.env.example` explains each. Parsed once at start, then frozen. */
export class Config {
  @Matches(/^mysql:\/\/.+/, { message: 'must be a URL like mysql://user:password@127.0.0.1:3306/seatline' })
  DATABASE_URL: string;

  /** Where tenants' work connects to; left out, the account and the schema of views that the migration makes. */
  @IsOptional()
  @Matches(/^mysql:\/\/.+/, { message: 'must be a URL like mysql://user:password@127.0.0.1:3306/seatline' })
  TENANT_DATABASE_URL?: string;

  /** What reports over all tenants connect as; left out, the read-only account that the migration makes. */
  @IsOptional()
  @Matches(/^mysql:\/\/.+/, { message: 'must be a URL like mysql://user:password@127.0.0.1:3306/seatline' })
  REPORTS_DATABASE_URL?: string;

  @Matches(/^rediss?:\/\/.+/, { message: 'must be a URL like redis://127.0.0.1:6379/0' })
  REDIS_URL: string;

  @IsString()
  HTTP_HOST: string = '127.0.0.1';

  @whole()
  @IsInt()
  @Min(0)
  @Max(65535)
  HTTP_PORT: number = 8080;

  /** Addresses (or CIDR ranges) of reverse proxies whose X-Forwarded-For tells the asker's address; left out, there are none. */
  @IsOptional()
  @Matches(/^[0-9a-fA-F.:/]+(,[0-9a-fA-F.:/]+)*$/, { message: 'must be addresses separated by commas' })
  TRUSTED_PROXIES?: string;

  /** Origins whose pages may ask the API, comma-separated; left out, none but its own. */
  @Matches(/^$|^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(,https?:\/\/[a-z0-9.-]+(:\d{1,5})?)*$/, { message: 'must be origins like https://portal.example.com' })
  CORS_ORIGINS: string = '';

  /** What monitoring shows (as a bearer token) at the api's /metrics; left out, only this machine may look. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{20,100}$/, { message: 'must be 20 to 100 characters of A-Z a-z 0-9 _ -' })
  METRICS_SECRET?: string;

  /** Requests a second that a tenant may make whose file does not say how many. */
  @whole()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  TENANT_REQUESTS_PER_SECOND: number = 10;

  /** Requests a second of one address without a valid credential. */
  @whole()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  STRANGER_REQUESTS_PER_SECOND: number = 10;

  /** Where a process without a REST API answers /health and /metrics; left out, it does not. */
  @whole()
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65535)
  HEALTH_PORT?: number;

  @IsString()
  @MinLength(32)
  @MaxLength(200)
  JWT_SECRET: string;

  /** What personal data, secrets and the audit log are sealed with: 32 random bytes in base64. */
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'must be 32 bytes in base64, as `openssl rand -base64 32` makes them' })
  MASTER_KEY: string;

  /** Master keys of before, comma-separated, until `npm run keys -- rotate-master` has rewrapped what they wrap. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, { message: 'must be keys like MASTER_KEY, separated by commas' })
  MASTER_KEY_PREVIOUS?: string;

  /** How many hours after signing in one has to do so again, whatever one does. */
  @whole()
  @IsInt()
  @Min(1)
  @Max(720)
  SESSION_HOURS: number = 24;

  /** A session that was not used for so many minutes is over. */
  @whole()
  @IsInt()
  @Min(15)
  @Max(43_200)
  SESSION_IDLE_MINUTES: number = 60;

  /** The page to which identity providers send browsers back, as it is registered with them. */
  @Matches(/^https?:\/\/[^?#]+$/, { message: 'must be a URL without a query, like https://seatline.example/sign-in/oidc' })
  OIDC_REDIRECT_URL: string = 'http://127.0.0.1:8080/sign-in/oidc';

  /** Where phones in pages reach the switch: its ws-binding or wss-binding as browsers see it. Left out, there are none. */
  @IsOptional()
  @Matches(/^wss?:\/\/[^\s,?#]+$/, { message: 'must be a websocket URL, like wss://sip.seatline.example:7443' })
  SIP_WEBSOCKET_URL?: string;

  /** STUN and TURN servers that pages are told, comma-separated. */
  @Matches(/^$|^(stun|turns?):[^\s,]+(,(stun|turns?):[^\s,]+)*$/, { message: 'must be STUN or TURN URLs, comma-separated, like stun:stun.seatline.example' })
  ICE_SERVERS: string = '';

  /** The page that the mail for a forgotten password leads to, with the token behind a #. */
  @Matches(/^https?:\/\/[^?#]+$/, { message: 'must be a URL without a query, like https://seatline.example/password-reset' })
  PASSWORD_RESET_URL: string = 'http://127.0.0.1:8080/password-reset';

  /** Who makes out the invoices: the company that runs the installation. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  ISSUER_NAME: string = 'Seatline';

  /** Its address; \n begins a line, here as in ISSUER_BANK. */
  @IsString()
  @MaxLength(500)
  ISSUER_ADDRESS: string = '';

  /** Its country, ISO 3166. */
  @Matches(/^[A-Z]{2}$/, { message: 'must be a country of ISO 3166, such as CN' })
  ISSUER_COUNTRY: string = 'CN';

  /** Such as its VAT number. */
  @IsString()
  @MaxLength(40)
  ISSUER_TAX_ID: string = '';

  /** Whom to ask about an invoice. */
  @Matches(/^$|^[^@\s]+@[^@\s]+$/, { message: 'must be an e-mail address' })
  ISSUER_EMAIL: string = '';

  /** Where invoices are to be paid: bank, account, its code. */
  @IsString()
  @MaxLength(500)
  ISSUER_BANK: string = '';

  /** The mail server; left out, no mails are sent. To any machine but this one TLS is required. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/?#]+$/, { message: 'must be a URL like smtp://user:password@mail.example.com:587' })
  SMTP_URL?: string;

  /** Whom mails are from. */
  @ValidateIf(({ SMTP_URL, MAIL_FROM }: Config) => SMTP_URL !== undefined || MAIL_FROM !== undefined)
  @Matches(/^[^<>@\s]+@[^<>@\s]+$|^[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>$/, { message: 'must be like Seatline <no-reply@seatline.example>' })
  MAIL_FROM?: string;

  /** The operator's gateway for SMS; left out, none are sent. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s#]+$/, { message: 'must be a URL like https://sms.example.com/send' })
  SMS_URL?: string;

  /** What the gateway is shown as a bearer token. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,500}$/, { message: 'must be printable characters without spaces' })
  SMS_TOKEN?: string;

  /** SMS and e-mails that one tenant's scripts may send within 24 hours. */
  @whole()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  NOTICES_PER_TENANT_PER_DAY: number = 1000;

  /** The FreeSWITCH node that the switch process drives. */
  @Matches(/^[A-Za-z0-9._-]{1,60}$/)
  SWITCH_NODE: string = 'sw1';

  @IsString()
  ESL_HOST: string = '127.0.0.1';

  @whole()
  @IsInt()
  @Min(1)
  @Max(65535)
  ESL_PORT: number = 8021;

  @Matches(/^[\x21-\x7e]{8,100}$/, { message: 'must be 8 to 100 printable characters without spaces' })
  ESL_PASSWORD: string;

  /** Where the switch process listens for calls that IVR scripts lead, and the switch reaches it. */
  @Matches(/^[A-Za-z0-9.-]{1,253}$/, { message: 'must be a host name or an IPv4 address' })
  IVR_HOST: string = '127.0.0.1';

  @whole()
  @IsInt()
  @Min(1)
  @Max(65535)
  IVR_PORT: number = 8084;

  /** What the switch shows (HTTP basic, user `switch`) when it asks for XML or delivers a CDR. */
  @Matches(/^[A-Za-z0-9_-]{20,100}$/, { message: 'must be 20 to 100 characters of A-Z a-z 0-9 _ -' })
  SWITCH_SECRET: string;

  /** Addresses that may ask for XML or deliver CDRs, comma-separated. */
  @Matches(/^[0-9a-fA-F.:,/]+$/, { message: 'must be addresses separated by commas' })
  SWITCH_ADDRESSES: string = '127.0.0.1,::1,::ffff:127.0.0.1';

  /** Where the switch keeps CDRs that it could not deliver, if this machine can read it. */
  @IsOptional()
  @IsString()
  CDR_SPOOL?: string;

  /** Where the switch writes recordings, one folder a tenant, if this machine can read it: they are taken in from there. */
  @IsOptional()
  @IsString()
  RECORDING_SPOOL?: string;

  /** Where recordings are kept, sealed; every api and worker process sees the same folder. */
  @IsOptional()
  @IsString()
  RECORDINGS_DIR?: string;

  /** The switch's sounds, if this machine can read them: a tenant's file may then name no sound that is missing. */
  @IsOptional()
  @IsString()
  SOUNDS_DIR?: string;

  /**
   * Where tenants' own sounds and spoken texts are kept; every process sees the same folder, and so does the switch, under
   * the same path.
   */
  @IsOptional()
  @Matches(/^\//, { message: 'must be an absolute path: the switch plays files by it' })
  TENANT_SOUNDS_DIR?: string;

  /** The machine that says texts. */
  @IsIn(['espeak-ng', 'none'])
  SPEECH_PROVIDER: string = 'espeak-ng';

  /** Where outbound calls leave the switch: a dial string prefix of the trunk, e.g. `sofia/gateway/carrier`. */
  @Matches(/^sofia\/[A-Za-z0-9_./-]+$/, { message: 'must be like sofia/gateway/carrier' })
  TRUNK: string = 'sofia/gateway/carrier';

  /** Calls at once that the node carries, over all tenants: what is reserved for one is kept from the others. */
  @whole()
  @IsInt()
  @Min(1)
  @Max(100_000)
  SWITCH_CAPACITY: number = 1000;

  /** Ports that outgoing requests (webhooks, identity providers) may go to. */
  @Matches(/^\d{1,5}(,\d{1,5})*$/, { message: 'must be ports separated by commas' })
  OUTGOING_PORTS: string = '443,8443';

  /** Whether outgoing requests may also go to this machine, by http and to any port: for development and tests. */
  @flag()
  @IsBoolean({ message: 'must be true or false' })
  OUTGOING_LOOPBACK: boolean = false;

  /** Servers on this machine that stand in for clients' hosts, in a demonstration or a test: host=port. */
  @IsOptional()
  @Matches(/^[a-z0-9.-]+=\d{1,5}(,[a-z0-9.-]+=\d{1,5})*$/, { message: 'must be host=port, separated by commas' })
  OUTGOING_STAND_INS?: string;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL: string = 'info';
}

export class ConfigError extends Error {}

/**
 * Reads the environment.
 * @throws ConfigError naming each wrong or missing variable and its rule.
 */
export function readConfig(environment: Record<string, string | undefined>): Readonly<Config> {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const config = plainToInstance(Config, present, { exposeDefaultValues: true });
  const problems = validateSync(config, { whitelist: true });
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem.property}: ${Object.values(problem.constraints ?? {}).join('; ')}`);
    throw new ConfigError(`The environment is wrong or incomplete:\n${lines.join('\n')}`);
  }
  return Object.freeze(config);
}
