// Questions in plain words, in a real browser against the real `npm run demo`: each as a person would ask it, and the
// picture of its answer.
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../acceptance/bot-process';
import { ChannelPage } from './channel-page';
import { describeInChromium, launchChromium } from './chromium';
import { ConversationPage, type AskedThread } from './conversation-page';
import { aroundAnswer, DemoPictures } from './demo-pictures';
import { DemoProcess } from './demo-process';

const READY_WITHIN_MS = 30_000;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 1_000 };

function suite(): void {
  let demo: DemoProcess;
  let browser: Browser;
  let page: Page;
  let channel: ChannelPage;
  let conversation: ConversationPage;
  let pictures: DemoPictures;
  let seed: AskedThread;
  let number: number;
  const faults: string[] = [];

  beforeAll(async () => {
    demo = new DemoProcess({ emulator: await freePort(), bot: await freePort() });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: DESK });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    channel = new ChannelPage(page);
    conversation = new ConversationPage(page);
    pictures = new DemoPictures(page);
    await page.goto(await demo.address(READY_WITHIN_MS));
    number = (await channel.newestCard(READY_WITHIN_MS)).number;
  }, 2 * READY_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    demo?.sweep();
    process.stderr.write(`demo questions: a picture of every step is in ${pictures.folder}\n`);
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  it('answers the seed question with its exact figure, the window and how it was read', async () => {
    seed = await conversation.ask('how many confidential files went to mail.google.com in the last 7 days?');
    const answer = await seed.says(/54 Confidential files were sent to mail\.google\.com by 2 people/);
    await seed.says('How this was read');
    await pictures.takeForReadme('answer', aroundAnswer(answer));
  });

  it('shows the query behind a toggle', async () => {
    await seed.press('Query');
    await seed.says('DataSecurityEvents');
    await pictures.take('query');
    await seed.press('Query');
  });

  it('says who, under aliases, when the button is pressed', async () => {
    await seed.press('Who');
    await seed.says(/People, ranked by files/);
    const answer = await seed.says(/Person [0-9A-Z]{4,}/);
    expect(await answer.innerText()).not.toMatch(/@contoso\.com/);
    await pictures.take('who');
  });

  it('goes on from words in the thread', async () => {
    await seed.reply('and by day?');
    await seed.says(/by day/i);
    await pictures.take('by-day');
    await seed.reply('compare with the week before');
    await seed.says(/than the .* before|before \(19\)/i);
    await pictures.take('compare');
  });

  it('ranks domains by uploads', async () => {
    const thread = await conversation.ask('top 5 domains by uploads');
    await thread.says(/Domains, ranked by files/);
    await pictures.take('domains');
  });

  it('tells what the person of an alert did around it, by alias', async () => {
    const thread = await conversation.ask(`what happened around alert ${number}?`);
    await thread.says(new RegExp(`around alert ${number}`));
    await pictures.take('around');
  });

  it('refuses a name in the channel in one fixed sentence', async () => {
    const thread = await conversation.ask('what did Alex Wilber upload last week?');
    await thread.says('Naming a person is for investigators in personal chat with me.');
    await pictures.take('name');
  });

  it('lists the queue, and shows an alert', async () => {
    const queue = await conversation.ask('my queue');
    await queue.says(/Alert list|No open alerts/);
    await pictures.take('queue');
    const open = await conversation.ask('open high alerts');
    await open.says(/ranked|open high alerts|High/i);
    await pictures.take('list');
    const shown = await conversation.ask(`show ${number}`);
    await shown.says(new RegExp(`alert ${number}`, 'i'));
  });

  it('asks before it changes anything, and changes it once confirmed', async () => {
    const thread = await conversation.ask(`resolve ${number} as false positive, not malicious`);
    await thread.says(/will be resolved as False positive/);
    await thread.says('In Purview this becomes Dismissed.');
    await pictures.takeForReadme('confirm', aroundAnswer(thread.thread.locator('[data-id]').last()));
    await thread.press('Confirm');
    await thread.says(/was resolved|has been resolved|Resolved by/i);
    await pictures.take('confirmed');
  });

  it('says what it did not understand, with the nearest examples', async () => {
    const thread = await conversation.ask('please water the plants');
    await thread.says(/not understand/i);
    await pictures.take('unknown');
  });

  it('fits a phone', async () => {
    await page.setViewportSize(PHONE);
    await pictures.take('phone');
    await page.setViewportSize(DESK);
  });
}

describeInChromium('questions in the demo', suite);
