// People press buttons on cards of the real program: one change, seen by all, on record in Graph.
import { eventually } from './bot-process';
import { POLL_MS, Stage } from './stage';

jest.setTimeout(60_000);

describe('clicks on a card', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  const patches = (id: string) => stage.requests('PATCH', new RegExp(`alerts_v2/${id}$`)).length;
  const comments = (id: string) => stage.requests('POST', new RegExp(`alerts_v2/${id}/comments$`)).length;

  async function start(nth = 0) {
    const { id, number } = await stage.raiseWithCard({ severity: 'high' });
    const analyst = stage.person('analyst', nth);
    const { message, card } = await stage.cardOf(number, analyst);
    return { id, number, analyst, message, card };
  }

  it('start, assign, resolve and reopen change the alert and every card says who did it', async () => {
    const { id, number, analyst, message, card } = await start();
    await stage.press(analyst, message.id, { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') });
    expect(stage.alertInGraph(id)).toMatchObject({ status: 'inProgress' });
    await eventually('the card follows', async () =>
      JSON.stringify((await stage.cardOf(number)).card).includes(analyst.displayName),
    );

    const assign = stage.buttonData((await stage.cardOf(number, analyst)).card, 'alert.assignToMe');
    await stage.press(analyst, message.id, { verb: 'alert.assignToMe', data: assign });
    expect(stage.alertInGraph(id)).toMatchObject({ assignedTo: analyst.userPrincipalName });

    const own = (await stage.cardOf(number, analyst)).card;
    await stage.press(analyst, message.id, {
      verb: 'alert.resolveForm',
      data: stage.buttonData(own, 'alert.resolveForm'),
    });
    const choose = (await stage.cardOf(number, analyst)).card;
    await stage.press(analyst, message.id, {
      verb: 'alert.resolveForm',
      data: { ...stage.buttonData(choose, 'alert.resolveForm'), classification: 'truePositive' },
    });
    const form = (await stage.cardOf(number, analyst)).card;
    expect(JSON.stringify(form)).toContain('Confirmed');
    await stage.press(analyst, message.id, {
      verb: 'alert.resolve',
      data: stage.buttonData(form, 'alert.resolve'),
      inputs: { determination: 'maliciousUserActivity', comment: 'Spoke with the manager.' },
    });
    expect(stage.alertInGraph(id)).toMatchObject({
      status: 'resolved',
      classification: 'truePositive',
      determination: 'maliciousUserActivity',
    });
    const comment = JSON.stringify(stage.alertInGraph(id).comments);
    expect(comment).toContain(analyst.userPrincipalName);
    expect(comment).toContain('Spoke with the manager.');

    const resolved = (await stage.cardOf(number, analyst)).card;
    await stage.press(analyst, message.id, { verb: 'alert.reopen', data: stage.buttonData(resolved, 'alert.reopen') });
    expect(stage.alertInGraph(id)).toMatchObject({ status: 'inProgress' });
  });

  it('a person without a role, and the auditor, are refused in private and Graph is not written to', async () => {
    const { id, message, card, number } = await start();
    const data = stage.buttonData(card, 'alert.start');
    for (const person of [stage.person('none'), stage.person('auditor')]) {
      const { answer } = await stage.press(person, message.id, { verb: 'alert.start', data });
      expect(answer?.kind).toBe('message');
    }
    expect(patches(id)).toBe(0);
    expect(JSON.stringify((await stage.cardOf(number)).card)).toContain('"New"');
  });

  it('two people who press opposite things within a second make one change, and the other is told', async () => {
    const { id, analyst, message, card } = await start();
    const other = stage.person('investigator');
    const data = stage.buttonData(card, 'alert.start');
    const [first, second] = await Promise.all([
      stage.press(analyst, message.id, { verb: 'alert.start', data }),
      stage.press(other, message.id, {
        verb: 'alert.resolve',
        data: { cardRef: data.cardRef, version: data.version, classification: 'falsePositive' },
        inputs: { determination: 'notMalicious' },
      }),
    ]);
    expect(patches(id)).toBe(1);
    const told = JSON.stringify([first.answer, second.answer]);
    expect(told).toMatch(/changed|meanwhile|nothing was written/i);
  });

  it('the same click again writes nothing a second time', async () => {
    const { id, analyst, message, card } = await start();
    const press = { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') };
    await Promise.all([1, 2, 3].map(() => stage.press(analyst, message.id, press)));
    await stage.press(analyst, message.id, press);
    expect(patches(id)).toBe(1);
    expect(comments(id)).toBe(1);
  });

  it('a card that is out of date changes nothing and shows the present status', async () => {
    const { id, analyst, message, card } = await start();
    await stage.changeElsewhere(id, { status: 'inProgress', assignedTo: 'someone.else@contoso.com' });
    const { answer } = await stage.press(analyst, message.id, {
      verb: 'alert.start',
      data: stage.buttonData(card, 'alert.start'),
    });
    expect(patches(id)).toBe(0);
    expect(JSON.stringify(answer)).toContain('In progress');
    expect(JSON.stringify(answer)).toContain('someone.else@contoso.com');
  });

  it.each([
    ['a forged card reference', { cardRef: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['extra keys', { alertId: 'another', role: 'admin' }],
    ['a version nobody made', { version: 'zzzz' }],
  ])('%s is answered politely and nothing is written', async (_, extra) => {
    const { id, analyst, message, card } = await start();
    const data = { ...stage.buttonData(card, 'alert.start'), ...extra };
    const { answer, delivery } = await stage.press(analyst, message.id, { verb: 'alert.start', data });
    expect(delivery.status).toBe(200);
    expect(answer?.kind).toBe('message');
    expect(patches(id)).toBe(0);
  });

  it('an unknown verb is answered politely', async () => {
    const { analyst, message, card } = await start();
    const data = stage.buttonData(card, 'alert.start');
    const { answer, delivery } = await stage.press(analyst, message.id, { verb: 'alert.delete', data });
    expect(delivery.status).toBe(200);
    expect(answer?.kind).toBe('message');
  });

  it('the person the alert is about is refused whatever role they hold', async () => {
    const investigator = stage.person('investigator', 0);
    const { id, analyst, message, card } = await start();
    const data = stage.buttonData(card, 'alert.start');
    // Purview now names the investigator; the card still stands in a channel they sit in.
    const evidence = stage.alertInGraph(id).evidence as {
      '@odata.type': string;
      userAccount?: Record<string, unknown>;
    }[];
    const changed = evidence.map((one) =>
      one.userAccount === undefined
        ? one
        : {
            ...one,
            userAccount: {
              ...one.userAccount,
              azureAdUserId: investigator.id,
              userPrincipalName: investigator.userPrincipalName,
              displayName: investigator.displayName,
            },
          },
    );
    await stage.changeElsewhere(id, { evidence: changed });
    const { answer } = await stage.press(investigator, message.id, { verb: 'alert.start', data });
    expect(answer?.kind).toBe('message');
    expect(patches(id)).toBe(0);
    expect(analyst.id).not.toBe(investigator.id);
  });

  it('somebody who reports to the person an alert is about is warned, and nobody else reads it', async () => {
    const { people } = stage.emulator.world.tenant;
    const lead = people.find(({ accountName }) => accountName === 'marta.kowalczyk');
    if (lead === undefined || lead.managerId === null) throw new Error('the sample tenant has no conflict');
    const { id, number } = await stage.raiseWithCard({ subject: lead.managerId });
    const { message, card } = await stage.cardOf(number, lead);
    const press = { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') };
    const { answer } = await stage.press(lead, message.id, press);
    expect(JSON.stringify(answer)).toContain('You manage the person this alert is about, or report to them.');
    expect(stage.alertInGraph(id)).toMatchObject({ status: 'inProgress' });
    await eventually('the card follows', async () =>
      JSON.stringify((await stage.cardOf(number)).card).includes('In progress'),
    );
    expect(JSON.stringify(await stage.threads())).not.toContain('report to them');
    const { answer: other } = await stage.press(stage.person('analyst'), message.id, {
      verb: 'alert.refresh',
      data: { cardRef: press.data.cardRef },
    });
    expect(JSON.stringify(other)).not.toContain('report to them');
  });

  it('a change in the queue redraws the card within the poll and five seconds', async () => {
    const { id, number } = await start();
    const began = Date.now();
    await stage.changeElsewhere(id, { status: 'inProgress' });
    await eventually('the card shows it', async () =>
      JSON.stringify((await stage.cardOf(number)).card).includes('In progress'),
    );
    expect(Date.now() - began).toBeLessThan(POLL_MS + 5_000);
  });

  it('a rise of severity gives one reply in the thread, and a fall none', async () => {
    const { id, number } = await stage.raiseWithCard({ severity: 'low' });
    await stage.changeElsewhere(id, { severity: 'high' });
    await eventually('the reply', async () => (await stage.cardOf(number)).replies.length === 1);
    await stage.changeElsewhere(id, { severity: 'medium' });
    await eventually('the card shows the fall', async () =>
      JSON.stringify((await stage.cardOf(number)).card).includes('Medium'),
    );
    expect((await stage.cardOf(number)).replies).toHaveLength(1);
  });
});
