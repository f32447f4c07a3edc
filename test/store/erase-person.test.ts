// A person is erased: what goes, what stays for those who work on alerts, and what must not come back.
import { isErased, isSamePerson } from '../../src/domain/person';
import { NO_DETAILS } from '../../src/domain/alert-details';
import { channelView } from '../../src/domain/disclosure';
import { Untrusted } from '../../src/domain/untrusted';
import { AuditReader } from '../../src/store/audit-reader';
import { alertId, anAlert, changed } from '../builders/alert';
import { afterStart } from '../builders/instants';
import { ANALYST, HOME_TENANT, identity, INVESTIGATOR, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';
import { CHANNEL, claimAll, commitAlert, decided, decidedAgain, deliver } from '../contracts/decisions';
import { databaseKinds, eachGround, type DatabaseKind, type StoreOverDatabase } from '../contracts/store-over-database';

const OTHER = identity({
  objectId: objectIdOf(2),
  userPrincipalName: 'lars.b@fabrikam.example',
  sid: null,
  displayName: 'Lars Bakke',
  accountName: 'lars.b',
});
const SUBJECT_ID = SUBJECT.objectId ?? '';
const ANALYST_ID = ANALYST.objectId ?? '';
const ABOUT_OTHER = { subject: OTHER, title: Untrusted.of('Data leak'), details: { ...NO_DETAILS, people: [OTHER] } };

describe.each(databaseKinds())('erasing a person, $name', ({ prepare }) => {
  const ground = eachGround(prepare);
  const found = (store: StoreOverDatabase, number = 1000) => store.alertLog.findByNumber(number);

  const verify = async ({ context }: StoreOverDatabase) => {
    const { database, seal } = context;
    return (await new AuditReader(database, HOME_TENANT, seal).faults().next()).done;
  };

  const auditedActions = ({ context }: StoreOverDatabase) =>
    context.database.read((reader) => reader.selectFrom('audit').select(['action', 'actor']).orderBy('seq').execute());

  it('removes identity and alias, and what alerts say of them, and tells in numbers', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    const alias = (await found(store))?.alias ?? '';
    const erased = await store.erase(SUBJECT_ID.toUpperCase());
    expect(erased).toEqual({
      people: 1,
      alerts: 1,
      texts: 1,
      names: 0,
      asked: 0,
      chats: 0,
      subscriptions: 0,
      actors: 0,
      stillOwned: 0,
    });
    expect(await store.peopleBook.findByAlias(alias)).toBeNull();
    expect(await store.alertDetails.find(1000)).toBeNull();
    expect((await found(store))?.alias).toBeNull();
  });

  it('leaves the alert to those who work on it: state, counts and buttons, and its card is drawn anew', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    await deliver(store, 'ref');
    const before = await found(store);
    await store.erase(SUBJECT_ID);
    const after = await found(store);
    expect(after).toMatchObject({ status: 'new', severity: 'high', evidence: before?.evidence, reduced: null });
    expect(after?.version).toBe(before?.version);
    expect(after && channelView(after).offers).toContain('start');
    expect((await claimAll(store)).map(({ kind }) => kind)).toEqual(['update']);
  });

  it('still knows the person when they stand here, by object id, UPN or SID, and nobody else', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    await store.erase(SUBJECT_ID);
    const subject = (await found(store))?.subject ?? null;
    expect(subject !== null && isErased(subject)).toBe(true);
    const isThem = (person: Parameters<typeof knownOnlyBy>[0]) =>
      subject !== null && isSamePerson(subject, knownOnlyBy(person)) && isSamePerson(knownOnlyBy(person), subject);
    expect(isThem({ objectId: SUBJECT_ID.toUpperCase() })).toBe(true);
    expect(isThem({ userPrincipalName: SUBJECT.userPrincipalName })).toBe(true);
    expect(isThem({ sid: SUBJECT.sid })).toBe(true);
    expect(isThem({ objectId: OTHER.objectId })).toBe(false);
    // A UPN that was given on belongs to whoever has it now.
    expect(isThem({ objectId: OTHER.objectId, userPrincipalName: SUBJECT.userPrincipalName })).toBe(false);
    expect(isThem({})).toBe(false);
  });

  it('takes neither text nor identity in again, of this alert or of a new one', async () => {
    const store = await ground().open();
    const alert = await commitAlert(store, 1);
    await store.erase(SUBJECT_ID);
    const next = changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(1) });
    await store.alertLog.commit({ decisions: [decidedAgain(alert, next)] });
    await commitAlert(store, 2, { subject: knownOnlyBy({ sid: SUBJECT.sid }) });
    for (const number of [1000, 1001]) {
      expect(await found(store, number)).toMatchObject({ alias: null, status: number === 1000 ? 'inProgress' : 'new' });
      expect(await store.alertDetails.find(number)).toBeNull();
      const { subject } = (await found(store, number)) ?? {};
      expect(subject && isSamePerson(subject, SUBJECT)).toBe(true);
    }
    const rows = await store.context.database.read((reader) => reader.selectFrom('people').selectAll().execute());
    expect(rows).toEqual([]);
  });

  it('keeps no link that spells them, at once and when the alert is read again', async () => {
    const store = await ground().open();
    const alertWebUrl = `https://security.microsoft.com/alerts/x?user=${SUBJECT.userPrincipalName}`;
    const alert = await commitAlert(store, 1, { alertWebUrl });
    await store.erase(SUBJECT_ID);
    expect((await found(store))?.alertWebUrl).toBeNull();
    const next = changed(alert, { severity: 'low', lastUpdateDateTime: afterStart(1) });
    await store.alertLog.commit({ decisions: [decidedAgain(alert, next)] });
    expect(await found(store)).toMatchObject({ severity: 'low', alertWebUrl: null });
  });

  it('gives them an alias that is kept nowhere when somebody asks about them', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    await store.erase(SUBJECT_ID);
    const [known] = await store.peopleBook.enrol([SUBJECT]);
    expect(known).toMatchObject({ displayName: SUBJECT.displayName });
    expect(known?.alias).toHaveLength(16);
    expect(await store.peopleBook.findByAlias(known?.alias ?? '')).toBeNull();
  });

  it.each([
    ['its evidence', { ...NO_DETAILS, people: [OTHER, knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName })] }],
    ['its title', { ...NO_DETAILS, title: Untrusted.of('Sent by Holt, Mira'), people: [OTHER] }],
    ['a file name', { ...NO_DETAILS, files: [Untrusted.of('C:\\Users\\mira.holt\\plan.xlsx')], people: [OTHER] }],
  ])('removes the words of another person’s alert that name them in %s, and only those', async (_where, details) => {
    const store = await ground().open();
    await commitAlert(store, 1);
    await commitAlert(store, 2, { ...ABOUT_OTHER, details });
    await commitAlert(store, 3, ABOUT_OTHER);
    expect(await store.erase(SUBJECT_ID)).toMatchObject({ alerts: 1, texts: 2 });
    expect(await store.alertDetails.find(1001)).toBeNull();
    expect(await store.alertDetails.find(1002)).not.toBeNull();
    expect((await found(store, 1001))?.subject).toMatchObject({ objectId: OTHER.objectId });
  });

  it('leaves the words of somebody else who has the same name', async () => {
    const store = await ground().open();
    const namesake = identity({
      objectId: objectIdOf(3),
      userPrincipalName: 'jo.holt@fabrikam.example',
      sid: null,
      displayName: 'Jo Holt',
      accountName: 'jo.holt',
    });
    const details = { ...NO_DETAILS, title: Untrusted.of('Data leak by Jo Holt'), people: [namesake] };
    await commitAlert(store, 1);
    await commitAlert(store, 2, { subject: namesake, details });
    await store.erase(SUBJECT_ID);
    expect(await store.alertDetails.find(1001)).not.toBeNull();
  });

  it('removes their name as an owner from histories and as who made a change, and leaves Graph’s own word', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    const alert = await commitAlert(store, 2, ABOUT_OTHER);
    const owner = Untrusted.of(SUBJECT.userPrincipalName ?? '');
    const owned = changed(alert, { assignedTo: owner, lastUpdateDateTime: afterStart(1) });
    const lastChange = { what: 'assign', who: Untrusted.of('Mira Holt'), at: afterStart(1) } as const;
    await store.alertLog.commit({ decisions: [decidedAgain(alert, owned, { lastChange })] });
    expect(await store.erase(SUBJECT_ID)).toMatchObject({ names: 2, stillOwned: 1 });
    const after = await found(store, 1001);
    expect(after?.lastChange).toEqual({ ...lastChange, who: null });
    expect(after?.assignedTo).not.toBeNull();
    const history = await store.context.database.read((reader) =>
      reader.selectFrom('alert_history').select('field').execute(),
    );
    expect(history).toEqual([]);
  });

  it('calls an owner who is the erased person by no name', async () => {
    const store = await ground().open();
    await commitAlert(store, 1, { assignedTo: Untrusted.of(SUBJECT.userPrincipalName ?? '') });
    await store.erase(SUBJECT_ID);
    const after = await found(store);
    expect(JSON.stringify(after && channelView(after).owner)).not.toContain('holt');
  });

  it('removes what somebody left by using the bot, and their object id beside the audit, which still verifies', async () => {
    const store = await ground().open();
    const { now } = store.clock;
    await commitAlert(store, 1);
    await deliver(store, 'ref');
    const card = await store.cardBook.findByRef('ref');
    const line = { action: 'alert.start', outcome: 'applied', alertNumber: 1000, cardRef: null, reason: null } as const;
    for (const { objectId } of [ANALYST, INVESTIGATOR]) {
      await store.auditTrail.append({ ...line, actorObjectId: objectId }, now);
      const asked = {
        kind: 'alerts',
        channel: CHANNEL,
        conversationId: CHANNEL,
        facts: '{}',
        until: now + 1000,
      } as const;
      await store.askedBook.keep({ ...asked, ref: `of ${objectId}`, askerObjectId: objectId ?? '' }, now);
      await store.openForms.open(card?.cardId ?? 0, objectId ?? '', { form: 'comment' }, now + 1000);
      await store.revealBook.begin(1000, objectId ?? '', now + 1000, now);
      const chat = { kind: 'personal', serviceUrl: 'https://x.example/', tenantId: HOME_TENANT, teamId: null } as const;
      await store.conversationBook.remember(
        { ...chat, channel: `a:${objectId}`, botId: '28:x', personObjectId: objectId },
        now,
      );
      await store.cardBook.requestPost(1000, `a:${objectId}`, now);
      await deliver(store, `in the chat of ${objectId}`);
    }
    await store.conversationBook.subscribe(CHANNEL, { severity: [], policy: null }, ANALYST_ID, now);
    expect(await store.erase(ANALYST_ID)).toMatchObject({
      people: 0,
      alerts: 0,
      asked: 3,
      chats: 1,
      subscriptions: 1,
      actors: 1,
    });
    expect(await store.askedBook.find(`of ${ANALYST_ID}`, now)).toBeNull();
    expect(await store.conversationBook.find(`a:${ANALYST_ID}`)).toBeNull();
    expect(await store.cardBook.findByRef(`in the chat of ${ANALYST_ID}`)).toBeNull();
    expect(await store.openForms.find(card?.cardId ?? 0, ANALYST_ID, now)).toBeNull();
    expect(await store.revealBook.openUntil(1000, ANALYST_ID, now)).toBeNull();
    expect(await store.conversationBook.subscriptions()).toHaveLength(1);
    const kept = INVESTIGATOR.objectId ?? '';
    expect(await store.askedBook.find(`of ${kept}`, now)).not.toBeNull();
    expect(await store.conversationBook.find(`a:${kept}`)).not.toBeNull();
    expect(await store.cardBook.findByRef(`in the chat of ${kept}`)).not.toBeNull();
    expect(await store.revealBook.openUntil(1000, kept, now)).not.toBeNull();
    const { database, seal } = store.context;
    const people = await new AuditReader(database, HOME_TENANT, seal).people();
    expect(people).toHaveLength(1);
    expect(await verify(store)).toBe(true);
    expect((await auditedActions(store)).at(-1)).toEqual({ action: 'erase', actor: null });
  });

  it('removes who made a change that the audit knows of, though the store has no name of theirs', async () => {
    const store = await ground().open();
    const alert = await commitAlert(store, 1);
    const lastChange = { what: 'start', who: Untrusted.of('Ilse Brandt'), at: afterStart(1) } as const;
    const started = changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(1) });
    await store.alertLog.commit({ decisions: [decidedAgain(alert, started, { lastChange })] });
    const line = { action: 'alert.start', outcome: 'applied', alertNumber: 1000, cardRef: null, reason: null } as const;
    await store.auditTrail.append({ ...line, actorObjectId: ANALYST_ID }, store.clock.now);
    await store.erase(ANALYST_ID);
    expect((await found(store))?.lastChange).toEqual({ ...lastChange, who: null });
  });

  it('removes questions of others that name them', async () => {
    const store = await ground().open();
    const { now } = store.clock;
    await commitAlert(store, 1);
    const alias = (await found(store))?.alias ?? '';
    const whose = { askerObjectId: ANALYST_ID, channel: CHANNEL, conversationId: CHANNEL, until: now + 1000 };
    for (const account of [`Person ${alias}`, SUBJECT.userPrincipalName, 'Mira Holt', 'Person ZZZZ']) {
      const facts = JSON.stringify({ slots: { account } });
      await store.askedBook.keep({ ...whose, ref: account ?? '', kind: 'hunting', facts }, now);
    }
    expect(await store.erase(SUBJECT_ID)).toMatchObject({ asked: 3 });
    expect(await store.askedBook.find('Person ZZZZ', now)).not.toBeNull();
  });

  it('knows nobody by an id that was never seen, and changes nothing; a second time nobody is left', async () => {
    const store = await ground().open();
    await commitAlert(store, 1);
    expect(await store.erase(objectIdOf(0xbad))).toBeNull();
    expect(await auditedActions(store)).toEqual([]);
    expect(await store.alertDetails.find(1000)).not.toBeNull();
    expect(await store.erase(SUBJECT_ID)).not.toBeNull();
    expect(await store.erase(SUBJECT_ID)).toBeNull();
    expect(await auditedActions(store)).toHaveLength(1);
  });

  it('erases a person under every identifier they ever had', async () => {
    const store = await ground().open();
    await store.peopleBook.enrol([SUBJECT]);
    await commitAlert(store, 1, { subject: { ...SUBJECT, userPrincipalName: 'mira.vale@fabrikam.example' } });
    await store.erase(SUBJECT_ID);
    const former = knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName });
    await store.alertLog.commit({ decisions: [decided(anAlert({ id: alertId(2), subject: former }))] });
    expect(await found(store, 1001)).toMatchObject({ alias: null });
  });

  it('stays true after retention, and after a reopening that follows it', async () => {
    const store = await ground().open();
    const alert = await commitAlert(store, 1, { status: 'resolved', resolvedDateTime: afterStart(-1) });
    await store.erase(SUBJECT_ID);
    store.clock.now += 86_400_000;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(1);
    const reopened = changed(alert, { status: 'new', lastUpdateDateTime: afterStart(1) });
    await store.alertLog.commit({ decisions: [decidedAgain(alert, reopened)] });
    const alive = await found(store);
    expect(alive).toMatchObject({ reduced: null, alias: null });
    expect(alive?.subject && isErased(alive.subject)).toBe(true);
    expect(await store.alertDetails.find(1000)).toBeNull();
  });
});

const describeReplicas = ({ name, prepare }: DatabaseKind) =>
  describe(`erasing a person while replicas run on ${name}`, () => {
    const ground = eachGround(prepare);

    it('keeps out what another replica had read before and writes after', async () => {
      const running = await ground().open();
      const erasing = await ground().open();
      await commitAlert(running, 1);
      const read = [decided(anAlert({ id: alertId(2) })), decided(anAlert({ id: alertId(3) }))];
      await Promise.all([erasing.erase(SUBJECT_ID), running.alertLog.commit({ decisions: read })]);
      await running.alertLog.commit({ decisions: [decided(anAlert({ id: alertId(4) }))] });
      const { database } = erasing.context;
      const people = await database.read((reader) => reader.selectFrom('people').selectAll().execute());
      const words = await database.read((reader) => reader.selectFrom('alert_details').selectAll().execute());
      expect([people, words]).toEqual([[], []]);
    });
  });

for (const kind of databaseKinds().filter(({ name }) => name === 'PostgreSQL')) describeReplicas(kind);
