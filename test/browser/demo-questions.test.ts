// Questions in plain words, in a real browser against the real `npm run demo`: each as a person would ask it, and the
// picture of its answer.
import { describeInChromium } from './chromium';
import type { AskedThread, ConversationPage } from './conversation-page';
import { DemoPage, DESK, PHONE, READY_WITHIN_MS } from './demo-page';
import { aroundAnswer, type DemoPictures } from './demo-pictures';

function suite(): void {
  let demo: DemoPage;
  let conversation: ConversationPage;
  let pictures: DemoPictures;
  let seed: AskedThread;
  let number: number;

  beforeAll(async () => {
    demo = await DemoPage.start(DESK);
    ({ conversation, pictures } = demo);
    number = await demo.firstAlert();
  }, 2 * READY_WITHIN_MS);
  afterAll(() => demo?.close('demo questions'));
  afterEach(() => expect(demo.takeFaults()).toEqual([]));

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
    await demo.page.setViewportSize(PHONE);
    await pictures.take('phone');
    await demo.page.setViewportSize(DESK);
  });
}

describeInChromium('questions in the demo', suite);
