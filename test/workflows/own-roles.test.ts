// Who am I: everybody is told their own roles and why, here or nowhere.
import type { Command } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import { createAnswerCommand } from '../../src/workflows/answer-command';
import { aConversation, anAsk, IN_PERSONAL_CHAT, PERSONAL_CHAT, presser } from '../builders/click';
import { ANALYST, AUDITOR, GUEST, identity, objectIdOf, OTHER_TENANT, SUBJECT, WITHOUT_ROLE } from '../builders/people';
import { createRig, sayingOf } from './workflow-rig';

const inPersonalChat = { place: IN_PERSONAL_CHAT, conversation: aConversation(PERSONAL_CHAT) };

function createCommands() {
  const rig = createRig();
  const answer = createAnswerCommand(rig);
  const ask = (person: PersonIdentity, command: Command, overrides: Parameters<typeof anAsk>[1] = {}) =>
    answer(anAsk(command, { asker: presser(person), ...overrides })).then(sayingOf);
  return { rig, ask };
}

describe('everyone', () => {
  it.each([
    ['an analyst', ANALYST, ['analyst'], null],
    ['an auditor', AUDITOR, ['auditor'], null],
    ['somebody without a role', WITHOUT_ROLE, [], 'noGroup'],
    ['a guest', GUEST, [], 'guest'],
    ['a stranger', identity({ objectId: objectIdOf(0xbeef) }), [], 'notInDirectory'],
  ] as const)('learns their own roles, and why none: %s', async (_who, person, roles, noneBecause) => {
    const { ask } = createCommands();
    const told = { code: 'roles', place: 'channel', roles, groups: {}, noneBecause };
    expect(await ask(person, { command: 'whoAmI' })).toEqual(told);
  });

  it('of another tenant learns that roles are not for them, and the directory is not asked', async () => {
    const { rig, ask } = createCommands();
    const answer = await ask(ANALYST, { command: 'whoAmI' }, { asker: presser(ANALYST, { tenantId: OTHER_TENANT }) });
    expect(answer).toMatchObject({ code: 'roles', roles: [], noneBecause: 'otherTenant' });
    expect(rig.analystDirectory.lookUps).toEqual([]);
  });

  it('learns the groups behind the roles, as the directory has them now', async () => {
    const { rig, ask } = createCommands();
    const groups = { analyst: ['1b7d0c52-6a3e-4f19-9d84-5c2e7f0a9b36'] };
    rig.analystDirectory.people.unshift({ ...ANALYST, groups });
    expect(await ask(ANALYST, { command: 'whoAmI' }, inPersonalChat)).toMatchObject({ place: 'personal', groups });
    expect(rig.analystDirectory.lookUps.map(({ freshness }) => freshness)).toEqual(['fresh']);
  });

  it('learns the same about themselves as the subject of an alert, whatever is asked in its thread', async () => {
    const { rig, ask } = createCommands();
    rig.analystDirectory.setRoles(SUBJECT, ['analyst']);
    expect(await ask(SUBJECT, { command: 'whoAmI' })).toMatchObject({ roles: ['analyst'], noneBecause: null });
  });

  it('is told when their roles could not be asked', async () => {
    const { rig, ask } = createCommands();
    rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    expect(await ask(ANALYST, { command: 'whoAmI' })).toEqual({ code: 'lookupFailed' });
  });
});
