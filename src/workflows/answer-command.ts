// A typed command, from who asks to what is said. Commands that need a role ask the directory afresh; a refusal says
// the same whether anything exists or not.
import type { Action, Role } from '../domain/analyst';
import type { CommandName } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { ClickLog } from '../ports/click-log';
import type { AnswerCommand, Ask } from './ask';
import { refuse, sayingFor, type RefuseDeps } from './refuse';
import { findAlert, showAlert, type ShowDeps } from './show-alert';
import { listSubscriptions, subscribeChannel, unsubscribeChannel, type SubscribeDeps } from './subscribe-channel';
import { refusal, whoAsks, type WhoAsksDeps } from './who-asks';

/** Teams may deliver a message again after a slow answer; within this time it is the same message. */
export const SAME_MESSAGE_MS = 600_000;

export interface CommandDeps extends RefuseDeps, WhoAsksDeps, SubscribeDeps, ShowDeps {
  clickLog: ClickLog;
}

const NEEDS: Partial<Record<CommandName, { action: Action; roles: readonly Role[] }>> = {
  subscribeChannel: { action: 'subscribeChannel', roles: ['admin'] },
  unsubscribeChannel: { action: 'subscribeChannel', roles: ['admin'] },
  listSubscriptions: { action: 'subscribeChannel', roles: ['admin'] },
  showAlert: { action: 'seeDetails', roles: ['analyst', 'investigator'] },
  changeAlert: { action: 'changeAlert', roles: ['analyst', 'investigator'] },
};

class CommandAnswerer {
  constructor(private readonly deps: CommandDeps) {}

  async answer(ask: Ask): Promise<Saying | null> {
    const { clock, clickLog, conversationBook } = this.deps;
    const key = `message:${ask.place.conversationId}|${ask.activityId}`;
    if ((await clickLog.take([key], clock.now(), SAME_MESSAGE_MS)) !== null) return null;
    await clickLog.keep([key], { outcome: 'answered', facts: '{}' });
    await conversationBook.remember(ask.conversation, clock.now());
    const alert = await this.alertMeant(ask);
    const refused = await this.refusedFor(ask, alert);
    return refused ?? this.carryOut(ask, alert);
  }

  private async alertMeant(ask: Ask): Promise<StoredAlert | null> {
    const { command } = ask;
    return 'alert' in command ? findAlert(this.deps.alertLog, command.alert) : null;
  }

  private async refusedFor(ask: Ask, alert: StoredAlert | null): Promise<Saying | null> {
    const needs = NEEDS[ask.command.command];
    if (needs === undefined) return null;
    const known = await whoAsks(this.deps, ask.asker, alert, 'fresh');
    const no = refusal(known, needs.action);
    if (no === null) return null;
    await refuse(this.deps, {
      action: ask.command.command,
      actorObjectId: ask.asker.objectId,
      alertNumber: alert?.number ?? null,
      cardRef: null,
      reason: no,
    });
    return sayingFor(no, needs.roles);
  }

  private async carryOut(ask: Ask, alert: StoredAlert | null): Promise<Saying> {
    const { command, place } = ask;
    switch (command.command) {
      case 'help':
        return { code: 'help', place: place.kind };
      case 'whoAmI':
        return this.whoAmI(ask);
      case 'subscribeChannel':
        return place.kind === 'personal' ? { code: 'subscribeInChannel' } : subscribeChannel(this.deps, ask, command);
      case 'unsubscribeChannel':
        return unsubscribeChannel(this.deps, ask);
      case 'listSubscriptions':
        return listSubscriptions(this.deps, ask);
      case 'showAlert':
        return alert === null ? { code: 'alertUnknown' } : showAlert(this.deps, ask, alert);
      case 'changeAlert':
        return alert === null ? { code: 'alertUnknown' } : { code: 'changeOnCard' };
      case 'unknown':
        return { code: 'notUnderstood' };
      default:
        return { code: 'notAvailableYet' };
    }
  }

  private async whoAmI(ask: Ask): Promise<Saying> {
    const { asker } = await whoAsks(this.deps, ask.asker, null, 'fresh');
    return asker.roles === null ? { code: 'lookupFailed' } : { code: 'roles', roles: asker.roles };
  }
}

/** The wired answer. Nothing rejects: what fails unforeseen is logged and said as "unavailable". */
export function createAnswerCommand(deps: CommandDeps): AnswerCommand {
  const answerer = new CommandAnswerer(deps);
  return async (ask) => {
    try {
      return await answerer.answer(ask);
    } catch (error) {
      const code = isBotError(error) ? error.code : 'unexpected';
      deps.logger.error('a command failed', { command: ask.command.command, code });
      return isBotError(error) && error.from === 'store' ? { code: 'auditUnavailable' } : { code: 'graphUnavailable' };
    }
  };
}
