// A list about somebody who was called by name: on record before anybody sees it, and otherwise not seen.
import { BotError } from '../../src/domain/errors';
import { ListDesk, type ListAsker } from '../../src/workflows/list-desk';
import { INVESTIGATOR } from '../builders/people';
import { asAsker, createListRig } from './list-rig';

const ASKER: ListAsker = {
  asker: asAsker(INVESTIGATOR),
  place: { kind: 'personal', channel: 'a:chat', conversationId: 'a:chat' },
  action: 'listAlerts',
};

async function createDesk() {
  const rig = createListRig();
  await rig.put();
  const desk = new ListDesk({ ...rig, peopleFinder: rig.peopleFinder });
  const ask = (account?: string) =>
    desk.alerts(ASKER, { slots: account === undefined ? {} : { account }, from: 1, timeZone: 'UTC' });
  return { ...rig, ask };
}

test('a list by name is one line with whose it was, and no name', async () => {
  const { ask, auditTrail } = await createDesk();
  expect(await ask('Mira Holt')).toMatchObject({ is: 'shown', drawing: { draw: 'alerts', view: { total: 1 } } });
  const about = { actorObjectId: INVESTIGATOR.objectId, alertNumber: null, cardRef: null };
  expect(auditTrail.entries).toEqual([{ action: 'listAlerts', outcome: 'applied', ...about, reason: 'named' }]);
});

test('a list by name that cannot be recorded is not shown, and leaves nothing to ask on from', async () => {
  const { ask, auditTrail, askedBook } = await createDesk();
  let kept = 0;
  askedBook.keep = async () => void (kept += 1);
  auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
  await expect(ask('Mira Holt')).rejects.toMatchObject({ from: 'store' });
  expect(kept).toBe(0);
});

test('a list that names nobody needs no line', async () => {
  const { ask, auditTrail } = await createDesk();
  auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
  expect(await ask()).toMatchObject({ is: 'shown' });
});
