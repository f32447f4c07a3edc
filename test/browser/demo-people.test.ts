// One card, four people, in a real browser against the real `npm run demo`: what each of them sees of the same alert, and
// the pictures of it that docs/privacy.md shows side by side.
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../acceptance/bot-process';
import { ChannelPage, type CardOnPage } from './channel-page';
import { describeInChromium, launchChromium } from './chromium';
import { aroundCard, DemoPictures } from './demo-pictures';
import { DemoProcess } from './demo-process';

const READY_WITHIN_MS = 30_000;
/** High enough for a card with everything on it, so that no picture is cut off above. */
const DESK = { width: 1_000, height: 1_400 };
const NOTHING_THERE = { x: 0, y: 0, width: DESK.width, height: 300 };
const ALIAS = /Person [0-9A-Z]{4,16}/;

function suite(): void {
  let demo: DemoProcess;
  let browser: Browser;
  let page: Page;
  let channel: ChannelPage;
  let pictures: DemoPictures;
  let card: CardOnPage;
  let alias: string;
  let names: string[];
  const faults: string[] = [];

  beforeAll(async () => {
    demo = new DemoProcess({ emulator: await freePort(), bot: await freePort() });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: DESK });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    channel = new ChannelPage(page);
    pictures = new DemoPictures(page);
    await page.goto(await demo.address(READY_WITHIN_MS));
    card = await channel.newestCard(READY_WITHIN_MS);
  }, 2 * READY_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    demo?.sweep();
    process.stderr.write(`demo people: a picture of every step is in ${pictures.folder}\n`);
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  const words = () => card.message.innerText();
  const showsNoName = async () => {
    const shown = (await words()).toLowerCase();
    for (const name of names) expect(shown).not.toContain(name.toLowerCase());
  };

  it('shows an investigator the names after a reason, until a time that is told', async () => {
    await channel.become('Investigator');
    await card.says('What the alert says');
    alias = ALIAS.exec(await words())?.[0] ?? '';
    expect(alias).not.toBe('');
    await card.press('Reveal names…');
    await card.press('Show names');
    await card.says('Give a reason.');
    await card.message.getByRole('textbox', { name: 'Reason' }).fill('HR case 77: counsel asked who this is.');
    await pictures.takeForReadme('people-reason', aroundCard(card.message));
    await card.press('Show names');
    await card.says(/Names are shown to you alone until \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
    const person = /([^\n]+) \(([^()\n]+@[^()\n]+)\), Person [0-9A-Z]+/.exec(await words());
    names = [person?.[1] ?? '', person?.[2] ?? '', person?.[2]?.split('@')[0] ?? ''];
    expect(names.every((name) => name.length > 3)).toBe(true);
    await pictures.takeForReadme('people-investigator', aroundCard(card.message));
  });

  it('hides them again by a press', async () => {
    await card.press('Hide names');
    await card.says('Update details');
    await showsNoName();
  });

  it('shows an analyst what the alert says, with people as aliases, and no way to the names', async () => {
    await channel.become('Analyst');
    await card.says('What the alert says');
    expect(await words()).toContain(alias);
    await showsNoName();
    expect(await card.buttons()).not.toContain('Reveal names…');
    await pictures.takeForReadme('people-analyst', aroundCard(card.message));
  });

  it('shows somebody without a role the posted card, whatever they press', async () => {
    await channel.become('No role');
    await card.press('Details');
    await card.shows('About', alias);
    await showsNoName();
    expect(await words()).not.toContain('What the alert says');
    await pictures.takeForReadme('people-no-role', aroundCard(card.message));
  });

  it('shows the subject nothing at all', async () => {
    await channel.become("The alert's subject");
    await page.getByText('no access').waitFor();
    expect(await page.getByText(/Insider risk alert \d/).count()).toBe(0);
    await pictures.takeForReadme('people-subject', async () => NOTHING_THERE);
  });

  it('tells everybody, when the names were hidden, that a reveal happened, and not of whom', async () => {
    await channel.become('No role');
    await card.shows('Reveal', 'names were shown to an investigator until ');
    await showsNoName();
  });
}

describeInChromium('one alert and four people', suite);
