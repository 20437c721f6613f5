import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`;

/** What agents can do and how well, and what queues ask of those who serve them. */
export class Skills1700000000066 extends CreateTables {
  protected readonly tables = {
    skills: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'description VARCHAR(200) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY skills_name (tenant_id, name)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    // who goes takes them along
    agent_skills: [
      OWNED,
      `agent_id ${ID} NOT NULL`,
      `skill_id ${ID} NOT NULL`,
      'level TINYINT UNSIGNED NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY agent_skills_pair (tenant_id, agent_id, skill_id)',
      'KEY agent_skills_skill (tenant_id, skill_id, level)',
      'FOREIGN KEY (tenant_id, skill_id) REFERENCES skills (tenant_id, id)',
      'FOREIGN KEY (tenant_id, agent_id) REFERENCES agents (tenant_id, id) ON DELETE CASCADE',
    ],
    queue_skills: [
      OWNED,
      `queue_id ${ID} NOT NULL`,
      `skill_id ${ID} NOT NULL`,
      'level TINYINT UNSIGNED NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY queue_skills_pair (tenant_id, queue_id, skill_id)',
      'FOREIGN KEY (tenant_id, skill_id) REFERENCES skills (tenant_id, id)',
      'FOREIGN KEY (tenant_id, queue_id) REFERENCES queues (tenant_id, id) ON DELETE CASCADE',
    ],
  };
}
