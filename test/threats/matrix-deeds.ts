// The deeds of the role matrix, done through the real workflows by presses, refreshes and typed commands.
import { ROLES, type Role } from '../../src/domain/analyst';
import type { Command } from '../../src/domain/command';
import { hasDetails, showsNames } from '../../src/domain/disclosure';
import type { PersonIdentity } from '../../src/domain/person';
import { Untrusted } from '../../src/domain/untrusted';
import { createAnswerCommand } from '../../src/workflows/answer-command';
import type { Answer } from '../../src/workflows/answer';
import type { ClickAnswer } from '../../src/workflows/click';
import { createHandleClick } from '../../src/workflows/handle-click';
import { createPressCommand } from '../../src/workflows/press-command';
import { proposeChange } from '../../src/workflows/propose-change';
import { createRunFollowUp } from '../../src/workflows/run-follow-up';
import { whoAsks } from '../../src/workflows/who-asks';
import {
  aConversation,
  anAsk,
  CHANNEL,
  IN_PERSONAL_CHAT,
  NO_INPUTS,
  PERSONAL_CHAT,
  placeIn,
  presser,
} from '../builders/click';
import {
  ADMIN,
  ANALYST,
  AUDITOR,
  GUEST,
  INVESTIGATOR,
  OTHER_TENANT,
  SECOND_ANALYST,
  SUBJECT,
  WITHOUT_ROLE,
} from '../builders/people';
import { COMPLETE, createClickRig, type ClickRig } from '../workflows/click-rig';
import { sayingOf, storedNow } from '../workflows/workflow-rig';
import { person, type Deed, type Who } from './role-matrix';

const IDENTITY: Partial<Record<Who, PersonIdentity>> = {
  'no role': WITHOUT_ROLE,
  analyst: ANALYST,
  investigator: INVESTIGATOR,
  admin: ADMIN,
  auditor: AUDITOR,
  guest: GUEST,
};

export const identityOf = (who: Who): PersonIdentity =>
  IDENTITY[who] ?? (person(who).is === 'subject' ? SUBJECT : SECOND_ANALYST);

export interface Scene extends ClickRig {
  who: Who;
  /** The card of an answer that a deed presses on. */
  answerRef: string | null;
}

/** What the directory says of somebody: of a guest that there is no role, whatever groups hold them. */
const rolesToldOf = (who: Who, roles: readonly Role[]) => (person(who).is === 'guest' ? [] : roles);

export async function sceneFor(who: Who): Promise<Scene> {
  const click = await createClickRig();
  click.rig.analystDirectory.setRoles(identityOf(who), rolesToldOf(who, person(who).roles));
  return { ...click, who, answerRef: null };
}

/** The directory gives these roles from now on. */
export function giveRoles({ rig, who }: Scene, roles: readonly Role[]): void {
  rig.analystDirectory.setRoles(identityOf(who), rolesToldOf(who, roles));
}

/** Memory of less than a minute says these roles, whatever the directory would say. */
export function rememberRoles({ rig, who }: Scene, roles: readonly Role[]): void {
  rig.analystDirectory.remember(identityOf(who), rolesToldOf(who, roles));
}

const asked = ({ who }: Scene) =>
  presser(identityOf(who), person(who).is === 'stranger' ? { tenantId: OTHER_TENANT } : {});

function press(scene: Scene, verb: string, more = {}): Promise<ClickAnswer> {
  return scene.press(identityOf(scene.who), verb, { ...COMPLETE[verb], presser: asked(scene), ...more });
}

/** A press on the card of an answer. */
function pressAnswer(scene: Scene, verb: string, more = {}): Promise<ClickAnswer> {
  const pressCommand = createPressCommand({ ...scene.rig, run: createRunFollowUp(scene.rig) });
  const handle = createHandleClick({ ...scene.rig, pressCommand });
  const where = { cardRef: scene.answerRef, place: placeIn(CHANNEL), cardActivityId: '1763879000000' };
  return handle(scene.click(identityOf(scene.who), verb, { presser: asked(scene), ...where, ...more }));
}

function say(scene: Scene, command: Command, alone = false): Promise<Answer | null> {
  const place = alone ? { place: IN_PERSONAL_CHAT, conversation: aConversation(PERSONAL_CHAT) } : {};
  return createAnswerCommand(scene.rig)(anAsk(command, { asker: asked(scene), ...place }));
}

const drawn = (answer: Answer | null) => (answer?.is === 'shown' ? answer.drawing.draw : null);

/** True when something reached Graph. */
async function wrote(scene: Scene, doing: () => Promise<unknown>): Promise<boolean> {
  const before = scene.writes();
  await doing();
  return scene.writes() > before;
}

const isSubscribed = ({ rig }: Scene) => rig.state.subscriptions.has(CHANNEL);

async function propose(scene: Scene): Promise<void> {
  const { rig, alert } = scene;
  const stored = await storedNow(rig, alert.id);
  const asker = asked(scene);
  const slots = { alert: String(stored.number), change: 'start' } as const;
  const known = await whoAsks(rig, asker, stored, 'fresh');
  const answer = await proposeChange(rig, { slots, alert: stored, asker, known, place: placeIn(CHANNEL) });
  if (answer.is !== 'shown' || answer.drawing.draw !== 'confirm') throw new Error('nothing was proposed');
  scene.answerRef = answer.drawing.cardRef;
}

async function listFirst(scene: Scene): Promise<void> {
  const ask = anAsk({ command: 'listAlerts' }, { asker: presser(ANALYST) });
  const answer = await createAnswerCommand(scene.rig)(ask);
  if (answer?.is !== 'shown' || answer.drawing.draw !== 'alerts') throw new Error('nothing was listed');
  scene.answerRef = answer.drawing.cardRef;
}

/** What each deed needs to be there before, by somebody who may. */
export const BEFORE: Partial<Record<Deed, (scene: Scene) => Promise<unknown>>> = {
  reopen: (scene) => scene.press(INVESTIGATOR, 'alert.resolve', COMPLETE['alert.resolve']),
  'subscribe a channel': async ({ rig }) => rig.conversationBook.subscribe(CHANNEL, null, 'nobody', rig.clock.now()),
  'confirm a change asked for in words': propose,
  'turn the page of a list': async (scene) => {
    scene.rig.analystDirectory.setRoles(ANALYST, ROLES);
    await listFirst(scene);
    giveRoles(scene, person(scene.who).roles);
  },
};

/** Tries the deed; true when it took effect. */
export const DOING: Record<Deed, (scene: Scene) => Promise<boolean>> = {
  'get the posted card from refresh': async (scene) => (await press(scene, 'alert.refresh')).show === 'card',
  'see details': async (scene) => {
    const answer = await press(scene, 'alert.refresh');
    return answer.show === 'card' && hasDetails(answer.view);
  },
  'open the resolve form': async (scene) => (await press(scene, 'alert.resolveForm')).show === 'form',
  start: (scene) => wrote(scene, () => press(scene, 'alert.start')),
  'assign to oneself': (scene) => wrote(scene, () => press(scene, 'alert.assignToMe')),
  comment: (scene) => wrote(scene, () => press(scene, 'alert.comment')),
  'resolve with classification': (scene) => wrote(scene, () => press(scene, 'alert.resolve')),
  reopen: async (scene) => {
    const { version } = await storedNow(scene.rig, scene.alert.id);
    return wrote(scene, () => press(scene, 'alert.reopen', { version }));
  },
  'reveal a name': async (scene) => {
    const inputs = { ...NO_INPUTS, reason: Untrusted.of('HR case 77') };
    const answer = await press(scene, 'alert.reveal', { inputs });
    return answer.show === 'card' && showsNames(answer.view);
  },
  'show an alert': async (scene) => {
    const before = scene.rig.state.sends.length;
    await say(scene, { command: 'showAlert', alert: '1000' }, true);
    return scene.rig.state.sends.length > before;
  },
  'ask for a change in words': async (scene) =>
    drawn(await say(scene, { command: 'changeAlert', alert: '1000', change: 'start' })) === 'confirm',
  'confirm a change asked for in words': (scene) => wrote(scene, () => pressAnswer(scene, 'command.confirm')),
  'list alerts': async (scene) => drawn(await say(scene, { command: 'listAlerts' })) === 'alerts',
  'list incidents': async (scene) => drawn(await say(scene, { command: 'listIncidents' })) === 'incidents',
  'turn the page of a list': async (scene) => {
    const followUp = { kind: 'next', alert: null, incident: null };
    return (await pressAnswer(scene, 'command.run', { version: null, followUp })).show === 'answer';
  },
  'ask the hunting data': async (scene) => {
    await say(scene, { command: 'summarizeHunting' });
    return scene.rig.hunts.length > 0;
  },
  'subscribe a channel': async (scene) => {
    await say(scene, { command: 'subscribeChannel' });
    return isSubscribed(scene);
  },
  'end a subscription': async (scene) => {
    await say(scene, { command: 'unsubscribeChannel' });
    return !isSubscribed(scene);
  },
  'list subscriptions': async (scene) =>
    sayingOf(await say(scene, { command: 'listSubscriptions' }))?.code === 'subscriptions',
};
