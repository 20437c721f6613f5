import IoRedis from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { testDatabase } from './database';
import { testRedis } from './redis';

it('gives each caller a database of its own and drops it', async () => {
  const [first, second] = [await testDatabase(), await testDatabase()];
  const connection = await createConnection(first.url);
  await connection.query('CREATE TABLE probe (id INT PRIMARY KEY)');
  const tables = async (url: string) => {
    const [rows] = await connection.query('SELECT table_name FROM information_schema.tables WHERE table_schema = ?', [
      new URL(url).pathname.slice(1),
    ]);
    return (rows as unknown[]).length;
  };
  expect([await tables(first.url), await tables(second.url)]).toEqual([1, 0]);
  await first.drop();
  await second.drop();
  expect(await tables(first.url)).toBe(0);
  await connection.end();
});

it('gives each caller a Redis database of its own, emptied and free again after use', async () => {
  const [first, second] = [await testRedis(), await testRedis()];
  const [one, two] = [new IoRedis(first.url), new IoRedis(second.url)];
  await one.set('probe', 'first');
  expect([await one.get('probe'), await two.get('probe')]).toEqual(['first', null]);
  await first.drop();
  expect(await one.dbsize()).toBe(0);
  await second.drop();
  one.disconnect();
  two.disconnect();
});
