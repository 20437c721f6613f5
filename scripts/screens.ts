import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { keepChosen } from './screens/chosen';
import { LANGUAGES, takePictures, WIDTHS } from './screens/pictures';
import { CHROMIUM, ensureProgram } from './services/ensure-program';
import { repositoryRoot } from './services/repository-root';
import { ServiceError } from './services/service-error';
import { readPrivate } from './start/installation-secrets';
import { findRunningInstance } from './start/running-instance';

const ROOT = repositoryRoot(__dirname);
const DATA_DIR = resolve(ROOT, '.data');
const USAGE = `usage: npm run screens [-- DIRECTORY]   pictures of every room of the Seatline that "npm start" serves
  without DIRECTORY as much as a screen shows, and a dozen of them go to docs/screens; with it whole pages, to look through`;
const PEOPLE = [
  { who: 'tenant', key: 'insurance/admin@insurance.seatline.test' },
  { who: 'agent', key: 'insurance/agent2001@insurance.seatline.test' },
  { who: 'provider', key: '/admin@seatline.test' },
];

/** Every room of a tenant, an agent and the provider: two languages, two themes, two widths. */
async function main(args: string[]): Promise<void> {
  const [directory = resolve(ROOT, 'docs/screens/all'), ...more] = args;
  const album = { directory, whole: args.length > 0 };
  if (more.length > 0 || directory.startsWith('-')) throw new ServiceError(USAGE);
  const instance = await findRunningInstance(DATA_DIR);
  if (!instance) throw new ServiceError(`No Seatline serves from this checkout: run npm start beside this.\n${USAGE}`);
  const passwords = readPrivate<Record<string, string>>(resolve(DATA_DIR, 'sign-ins.json')) ?? {};
  const executablePath = await ensureProgram(CHROMIUM, say);
  for (const language of LANGUAGES) {
    // the browser's own fields speak the browser's language
    const env = { ...process.env, LANGUAGE: language.replace('-', '_') };
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', `--lang=${language}`], env });
    try {
      for (const { who, key } of PEOPLE) {
        const [tenant = '', email = ''] = key.split('/');
        const password = passwords[key];
        if (password === undefined) throw new ServiceError(`.data/sign-ins.json has no password of ${key}`);
        // more at once would ask oftener than one person may
        const taken = await Promise.all(WIDTHS.map((width) => takePictures(browser, instance.apiUrl, { who, tenant, email, password }, { language, width }, album)));
        say(`${who}, ${language}: ${taken.flat().length} pictures`);
      }
    } finally {
      await browser.close();
    }
  }
  if (args.length === 0) say(`docs/screens: ${keepChosen(directory, resolve(ROOT, 'docs/screens'))} kept`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof ServiceError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = 1;
});
