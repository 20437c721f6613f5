import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  language: 'en' | 'zh-CN';
  colorScheme: 'light' | 'dark';
  width: 1440 | 390;
}

export const LOOKS: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => ([1440, 390] as const).map((width) => ({ language, colorScheme, width }))),
);

export interface Person {
  /** Part of the pictures' names. */
  who: string;
  tenant: string;
  email: string;
  password: string;
}

/** What a page still asks for and draws after it is there. */
const SETTLED_MS = 1_500;

/** Pictures of every room that the navigation opens to one person, and of the first thing that each lists. @returns their paths */
export async function takePictures(browser: Browser, apiUrl: string, person: Person, look: Look, directory: string): Promise<string[]> {
  const { language, colorScheme, width } = look;
  const viewport = { width, height: width === 390 ? 844 : 900 };
  const context = await browser.newContext({ baseURL: apiUrl, locale: language, colorScheme, viewport, reducedMotion: 'reduce' });
  await context.addInitScript(`localStorage.setItem('seatline.language', '${language}')`);
  const page = await context.newPage();
  try {
    await signIn(page, person);
    mkdirSync(directory, { recursive: true });
    const taken: string[] = [];
    const take = async (room: string) => {
      await page.waitForTimeout(SETTLED_MS);
      taken.push(join(directory, `${[person.who, room, language, colorScheme, width].join('.')}.png`));
      await page.screenshot({ path: taken.at(-1) as string });
    };
    for (const path of await roomsOf(page)) {
      const room = path.slice(1).replaceAll('/', '-');
      await page.goto(path);
      await take(room);
      const first = page.locator(`main a[href^="${path}/"]`).first();
      if ((await first.count()) === 0) continue;
      await page.goto(String(await first.getAttribute('href')));
      await take(`${room}-one`);
    }
    return taken;
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, { tenant, email, password }: Person): Promise<void> {
  await page.goto('/');
  await page.fill('#tenant', tenant);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.locator('#content').waitFor();
  await page.waitForTimeout(SETTLED_MS);
}

/** On a small screen the navigation is behind its button; who has one room only has none, and is in it. */
async function roomsOf(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('#content').waitFor();
  const links = await page.locator('nav a').evaluateAll((all: { getAttribute(name: string): string | null }[]) => all.map((each) => each.getAttribute('href')));
  if (size) await page.setViewportSize(size);
  return [...new Set([...links, new URL(page.url()).pathname, '/account'])].filter((each): each is string => each !== null);
}
