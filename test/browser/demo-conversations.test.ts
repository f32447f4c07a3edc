// Conversations with the bot in a real browser against the real `npm run demo`: lists and incidents, charts, changes
// asked for in words, and what each person is told in the channel and in their own chat. A picture of every step.
import type { Locator } from 'playwright-core';
import { describeInChromium } from './chromium';
import type { AskedThread } from './conversation-page';
import { DemoPage, PHONE, READY_WITHIN_MS } from './demo-page';
import { isWiderThanScreen, overflowingParts } from './narrow';

/** High enough for the longest answer, so that its picture is whole. */
const TALL = { width: 1280, height: 1_500 };
const TALL_PHONE = { ...PHONE, height: 1_900 };
const CHANNEL = 'Insider risk alerts';
const ALIAS = /Person [0-9A-Z]{4,}/;
const ADDRESS = /[\w.]+@contoso\.com/;
/** Words of one card of each kind. */
const PHONE_CARDS = [
  'Confidential / All Employees',
  'Label downgraded on a file',
  'Most on',
  'Nothing found',
  'oldest first',
  'assigned to you',
  '12 open incidents',
  'Incident 40014',
  'Insider risk alert 10',
  'was resolved as',
];
const MAY_NOT_ASK = 'Only analysts and investigators cleared for this can ask it. Nothing was looked up.';

function suite(): void {
  let demo: DemoPage;
  let number: number;
  let alias: string;

  beforeAll(async () => {
    demo = await DemoPage.start(TALL);
    number = await demo.firstAlert();
    const { message } = await demo.channel.newestCard(READY_WITHIN_MS);
    alias = ALIAS.exec(await message.innerText())?.[0] ?? '';
  }, 2 * READY_WITHIN_MS);
  afterAll(() => demo?.close('demo conversations'));
  afterEach(() => expect(demo.takeFaults()).toEqual([]));

  const ask = (text: string) => demo.conversation.ask(text);
  const say = (text: string) => demo.conversation.say(text);
  const chart = ({ thread }: AskedThread, name: RegExp): Locator => thread.getByRole('img', { name });
  const backToChannel = async () => {
    await demo.page.getByRole('navigation').getByRole('button', { name: CHANNEL }).click();
    await demo.page.locator('article.thread').first().waitFor();
  };

  it('turns over the pages of a list of incidents for whoever presses, and shows one by its row', async () => {
    const list = await ask('incidents');
    await list.says('12 incidents.');
    await list.says('1 to 10 of 12');
    await demo.pictures.takeOf('incidents', list.thread);
    await list.press('Next 2');
    await list.says('11 to 12 of 12');
    await list.says('Only you see this version');
    await demo.pictures.takeOf('incidents-next', list.thread);
    await list.press('Previous 10');
    await list.says('1 to 10 of 12');
    await list.press('Show incident 40018');
    await list.says('3 insider risk alerts');
    expect(await (await list.says(ALIAS)).innerText()).toMatch(/Severity\s+High\s+Status\s+In progress/);
    await demo.pictures.takeOf('incident-by-row', list.thread);
  });

  it('shows an incident by its number, and knows none that holds no insider risk alert', async () => {
    const known = await ask('show incident 40014');
    await known.says('4 insider risk alerts');
    await demo.pictures.takeOf('incident', known.thread);
    const unknown = await ask('show incident 41877');
    await unknown.says('I know no incident with that number that holds insider risk alerts.');
    await demo.pictures.takeOf('incident-unknown', unknown.thread);
  });

  it('turns over the pages of a list of alerts, and posts the card of one by its row', async () => {
    const list = await ask('all alerts, oldest first');
    await list.says(/1 to 10 of 4\d/);
    await list.press('Next 10');
    await list.says(/11 to 20 of 4\d/);
    await demo.pictures.takeOf('alerts-next', list.thread);
    await list.press('Previous 10');
    await list.says(/1 to 10 of 4\d/);
    await list.press('Show alert 1001');
    await list.says('The card of alert 1001 is on its way.');
    await demo.page.getByText('Insider risk alert 1001').waitFor();
    await demo.pictures.take('alert-by-row');
  });

  it('says what an empty list was asked for', async () => {
    const list = await ask('resolved informational alerts since yesterday');
    await list.says(/^.*No resolved informational alerts raised /s);
    await list.says(/status resolved; severity informational; raised .* UTC; newest first\./);
    await demo.pictures.takeOf('alerts-none', list.thread);
  });

  it.each([
    ['exfiltration by label last 7 days', /Horizontal bar chart, Files by label/, /Confidential \/ All Employees/],
    ['by activity this week', /Horizontal bar chart, Files by activity/, 'File upload to cloud'],
    ['top 5 users by uploads this month', /Horizontal bar chart, Files by person/, /\d+ more people, not shown here\./],
    // A donut where the parts make up the whole, which depends on what the made month holds at the hour of the test.
    [
      'label changes by activity this month',
      /(Donut|Horizontal bar) chart, Files by activity/,
      'Label downgraded on a file',
    ],
    ['AI by activity last 30 days', /Horizontal bar chart, Events by activity/, 'Activities, ranked by events'],
    ['copies to USB per day in the last 30 days', /Line chart, Files by day/, /Most on \d+ \w+ \d{4}: \d+ files\./],
  ])('answers “%s” with its chart and the same figures beside it', async (question, drawn, words) => {
    const answer = await ask(question);
    await chart(answer, drawn).waitFor();
    await answer.says(words);
    await answer.says(/\d{1,2} \w{3} \d{4} \d\d:\d\d – \d{1,2} \w{3} \d{4} \d\d:\d\d UTC/);
    await demo.pictures.takeOf(question.replace(/\W+/g, '-'), answer.thread);
  });

  it('compares with the period before in words that a person uses', async () => {
    const answer = await ask('uploads this week compared to the previous period');
    const shown = await answer.says(/than in the .* before \(/);
    expect(await shown.innerText()).not.toMatch(/\d{3,} minutes/);
    await demo.pictures.takeOf('compared', answer.thread);
  });

  it('says that nothing was found, and in what', async () => {
    const answer = await ask('how many public files went to wetransfer.com yesterday?');
    await answer.says('Nothing found in the shared data: no Public file was sent to wetransfer.com');
    await answer.says('Only what Insider Risk Management shares with Defender is counted.');
    await demo.pictures.takeOf('nothing-found', answer.thread);
  });

  it('takes the alias of a card for a person, in the channel too', async () => {
    const answer = await ask(`what did ${alias} do around alert ${number}`);
    const shown = await answer.says(new RegExp(`around alert ${number} by ${alias}, `));
    expect(await shown.innerText()).not.toMatch(ADDRESS);
    await demo.pictures.takeOf('alias-around-alert', answer.thread);
  });

  it('drops a change when it is cancelled, for everybody who reads the card', async () => {
    const thread = await ask(`assign ${number} to me`);
    await thread.says(`will be assigned to Aisha Rahman.`);
    await thread.press('Cancel');
    await thread.says('Cancelled. Nothing was changed.');
    expect(await thread.thread.locator('.card').getByRole('button').count()).toBe(0);
    await demo.pictures.takeOf('cancelled', thread.thread);
  });

  it('asks for the classification, then for the determination, and only then resolves', async () => {
    const thread = await ask(`resolve ${number}`);
    await thread.press('Next');
    await thread.says('Choose a classification.');
    await demo.pictures.takeOf('resolve-classification', thread.thread);
    await thread.thread.getByText('False positive (in Purview: Dismissed)').click();
    await thread.press('Next');
    await thread.says('will be resolved as False positive. In Purview this becomes Dismissed.');
    await thread.press('Confirm');
    await thread.says('Choose a determination.');
    await demo.pictures.takeOf('resolve-determination', thread.thread);
    await thread.thread.getByLabel('Determination').selectOption({ label: 'Not malicious' });
    await thread.press('Confirm');
    await thread.says(`Alert ${number} was resolved as False positive · Not malicious.`);
    await demo.pictures.takeOf('resolved', thread.thread);
    const again = await ask(`resolve ${number} as false positive, not malicious`);
    await again.says('The alert is like that already: its status is Resolved');
  });

  it('has what one took in one’s queue', async () => {
    const before = await ask('my queue');
    await before.says('1 open alert assigned to you.');
    const taken = await ask('assign 1042 to me');
    await taken.press('Confirm');
    await taken.says('Alert 1042 was assigned to Aisha Rahman.');
    const after = await ask('my queue');
    await after.says('2 open alerts assigned to you.');
    expect(await (await after.says(/1042/)).innerText()).toContain('owner aisha.rahman@contoso.com');
    await demo.pictures.takeOf('my-queue', after.thread);
  });

  it('refuses somebody without a role in the channel, without figures', async () => {
    await demo.channel.become('No role');
    await backToChannel();
    for (const text of ['how many confidential files went to mail.google.com in the last 7 days?', 'my queue']) {
      const thread = await ask(text);
      expect(await (await thread.says(MAY_NOT_ASK)).locator('.words').innerText()).not.toMatch(/\d/);
      await demo.pictures.takeOf('no-role', thread.thread);
    }
    const change = await ask(`resolve ${number}`);
    await change.says('Only analysts and investigators cleared for this alert can do this. Nothing was changed.');
  });

  it('fits a phone: every kind of card in the channel, its tiles and its buttons', async () => {
    await demo.channel.become('Analyst');
    await demo.page.setViewportSize(TALL_PHONE);
    await (await ask('open incidents')).says('12 open incidents.');
    expect(await overflowingParts(demo.page)).toEqual([]);
    expect(await isWiderThanScreen(demo.page)).toBe(false);
    for (const words of PHONE_CARDS) {
      const card = demo.page.locator('article.thread', { has: demo.page.locator('.card', { hasText: words }) }).first();
      await card.waitFor();
      await demo.pictures.takeOf(`phone-${words.replace(/\W+/g, '-')}`, card);
    }
    await demo.page.setViewportSize(TALL);
  });

  it('says of every button what it will do', async () => {
    const silent = await demo.page
      .locator('.card .ac-pushButton')
      .evaluateAll((all) => all.filter((one) => !one.getAttribute('title')).map((one) => one.textContent));
    expect(silent).toEqual([]);
  });

  it('keeps to aliases in the chat of an analyst', async () => {
    await demo.conversation.openPersonalChat();
    const who = await say('who uploaded the most last week');
    const shown = await who.says(/People, ranked by files/);
    expect(await shown.innerText()).toMatch(ALIAS);
    expect(await shown.innerText()).not.toMatch(ADDRESS);
    await demo.pictures.takeOf('analyst-who', who.thread);
    const named = await say('what did maximiliana.wolfenstein@contoso.com upload last week?');
    await named.says('Naming a person is for investigators in personal chat with me.');
    await demo.pictures.takeOf('analyst-name', named.thread);
  });

  it('names people in the chat of an investigator, whose own doings it tells nobody', async () => {
    await demo.channel.become('Investigator');
    await demo.conversation.openPersonalChat();
    const who = await say('who uploaded the most last week');
    const shown = await who.says(/People, ranked by files/);
    expect(await shown.innerText()).toMatch(ADDRESS);
    expect(await shown.innerText()).not.toMatch(ALIAS);
    await demo.pictures.takeOf('investigator-who', who.thread);
    const around = await say(`what happened around alert ${number}?`);
    await around.says(new RegExp(`around alert ${number} by [\\w.]+@contoso\\.com, `));
    await demo.pictures.takeOf('investigator-around', around.thread);
    const self = await say('what did marta.kowalczyk@contoso.com upload last week?');
    await self.says('I know nobody by that name or alias whom you may ask about.');
    await demo.pictures.takeOf('investigator-self', self.thread);
  });

  it('fits names of people on a phone', async () => {
    const named = await say('exfiltration by device last 30 days');
    await named.says(/Devices, ranked by files/);
    await demo.page.setViewportSize(TALL_PHONE);
    expect(await overflowingParts(demo.page)).toEqual([]);
    expect(await isWiderThanScreen(demo.page)).toBe(false);
    await demo.pictures.takeOf('phone-investigator', named.thread);
    await demo.page.setViewportSize(TALL);
  });

  it('tells the subject of an alert what it tells anybody without a role', async () => {
    await demo.channel.become("The alert's subject");
    await demo.conversation.openPersonalChat();
    for (const text of [
      `what did ${alias} do around alert ${number}`,
      'what did olga.petrenko@contoso.com do?',
      `show ${number}`,
    ]) {
      const answer = await say(text);
      expect(await (await answer.says(MAY_NOT_ASK)).locator('.words').innerText()).not.toMatch(/\d/);
      await demo.pictures.takeOf('subject', answer.thread);
    }
  });
}

describeInChromium('conversations in the demo', suite);
