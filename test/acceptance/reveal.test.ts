// What each person sees of one alert, through the real program: the posted card, details with aliases, and names for an
// investigator with a reason, all of it on record and none of it in the log.
import { auditedRows, runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(60_000);

const REASON = 'HR case 77';

describe('one alert and those who look at it', () => {
  let stage: Stage;
  let posted: { id: string; number: number };
  beforeAll(async () => {
    stage = await Stage.open();
    posted = await stage.raiseWithCard({ severity: 'high' });
  });
  afterAll(() => stage.close());

  const subject = () => stage.outsider();
  const names = () => {
    const { displayName, userPrincipalName, id } = subject();
    const prefix = userPrincipalName.split('@')[0] ?? '';
    return [displayName, userPrincipalName, prefix, id, ...displayName.split(' ')].map((name) => name.toLowerCase());
  };
  const namesIn = (value: unknown) => {
    const text = JSON.stringify(value).toLowerCase();
    return names().filter((name) => text.includes(name));
  };
  type Who = Parameters<typeof stage.cardOf>[1];
  const press = async (who: NonNullable<Who>, verb: string, inputs: Record<string, unknown> = {}) => {
    const { message, card } = await stage.cardOf(posted.number);
    return stage.press(who, message.id, { verb, data: stage.buttonData(card, 'alert.refresh'), inputs });
  };

  it('the posted card names nobody, and says nothing of what the alert says', async () => {
    const { card } = await stage.cardOf(posted.number);
    expect(namesIn(card)).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('What the alert says');
  });

  it('an analyst reads what it says, with the person as an alias', async () => {
    const { answer } = await press(stage.person('analyst'), 'alert.refresh');
    expect(JSON.stringify(answer)).toContain('What the alert says');
    expect(JSON.stringify(answer)).toMatch(/Person [0-9A-Z]{4}/);
    expect(namesIn(answer)).toEqual([]);
  });

  it('an investigator sees names after a reason, and not before', async () => {
    const investigator = stage.person('investigator');
    const asked = await press(investigator, 'alert.reveal');
    expect(namesIn(asked.answer)).toEqual([]);
    expect(JSON.stringify(asked.answer)).toContain('Reason');
    const shown = await press(investigator, 'alert.reveal', { reason: REASON });
    expect(JSON.stringify(shown.answer)).toContain(subject().displayName);
    expect(JSON.stringify(shown.answer)).toMatch(/until \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
  });

  it.each(['analyst', 'admin', 'auditor', 'none'] as const)(
    'the reveal is refused to somebody with the role %s',
    async (role) => {
      const who = role === 'none' ? stage.person('none', 1) : stage.person(role);
      const { answer } = await press(who, 'alert.reveal', { reason: REASON });
      expect(namesIn(answer)).toEqual([]);
      expect(answer?.text).toContain('Nothing was changed.');
    },
  );

  it('is on record, the reason with it, and nobody is named there nor in the log', async () => {
    await stage.bot.end('SIGTERM');
    const { output } = await runAudit(stage.bot.env, 'export');
    const reveals = auditedRows(output).filter(({ action }) => action === 'alert.reveal');
    expect(reveals.map(({ outcome, alertNumber, reason }) => [outcome, alertNumber, reason])).toEqual([
      ['applied', posted.number, REASON],
      ...Array.from({ length: 4 }, () => ['refused', posted.number, 'noRole']),
    ]);
    expect(namesIn(output)).toEqual([]);
    expect(namesIn(stage.bot.written)).toEqual([]);
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
  });
});
