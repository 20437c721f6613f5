import { MIGRATIONS } from '../migrations/migrations';
import { migrate } from '../src/platform/database/migrate';

/** Brings the schema of DATABASE_URL's database up to date, for installations that `npm start` does not run. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL: must name a database, like mysql://user:password@127.0.0.1:3306/seatline');
  const names = await migrate(url, MIGRATIONS, process.env);
  process.stderr.write(names.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${names.join(', ')}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
