import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const DIGEST = 'CHAR(43) CHARACTER SET ascii COLLATE ascii_bin';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;
const OF_PROVIDER = `id ${ID} NOT NULL PRIMARY KEY, created_at ${TIME} NOT NULL`;
const KEY = 'PRIMARY KEY (tenant_id, id)';
/** What a person signs in with goes with the person. */
const OF_USER = 'FOREIGN KEY (tenant_id, person_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE';
const OF_STAFF = 'FOREIGN KEY (person_id) REFERENCES staff (id) ON DELETE CASCADE';

const SESSION = [
  `person_id ${ID} NOT NULL`,
  'address VARCHAR(45) NOT NULL',
  'user_agent VARCHAR(200) NOT NULL',
  `last_seen_at ${TIME} NOT NULL`,
  `expires_at ${TIME} NOT NULL`,
  `ended_at ${TIME} NULL`,
  'ended_because VARCHAR(20) NULL',
  `family_hash ${DIGEST} NOT NULL`,
  `refresh_hash ${DIGEST} NOT NULL`,
  `refreshed_at ${TIME} NOT NULL`,
  `previous_hash ${DIGEST} NULL`,
  'successor VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL',
  'UNIQUE KEY sessions_family (family_hash)',
  'KEY sessions_over (expires_at)',
];

const TABLES: Record<string, string[]> = {
  sessions: [OWNED, ...SESSION, KEY, 'KEY sessions_person (tenant_id, person_id, id)', OF_USER],
  staff_sessions: [OF_PROVIDER, ...SESSION, 'KEY sessions_person (person_id, id)', OF_STAFF],
};

export class SignIn1700000000002 extends CreateTables {
  protected readonly tables = TABLES;
}
