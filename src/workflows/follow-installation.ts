// Where the app is installed and where it no longer is. Being installed is not enough to receive alerts.
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { ClickLog } from '../ports/click-log';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { Logger } from '../ports/logger';
import type { FollowInstallation, InstallationEvent } from './ask';
import type { ChannelGuard } from './channel-guard';

/** An installation is told by two activities within milliseconds; the welcome is said once in this time. */
export const WELCOME_ONCE_MS = 60_000;

export interface InstallationDeps {
  conversationBook: ConversationBook;
  clickLog: ClickLog;
  clock: Clock;
  logger: Logger;
  guard: Pick<ChannelGuard, 'changed'>;
  /** The channel may be written to again (it was installed anew). */
  releaseLane(channel: ChannelKey): void;
}

async function follow(deps: InstallationDeps, event: InstallationEvent) {
  const { conversationBook, clickLog, clock } = deps;
  const now = clock.now();
  if (event.kind === 'membersChanged') {
    await deps.guard.changed(event);
    return null;
  }
  if (event.kind === 'removed') {
    const { channel, teamId } = event;
    await conversationBook.forget(
      { ...(channel === null ? {} : { channel }), ...(teamId === null ? {} : { teamId }) },
      now,
    );
    return null;
  }
  const { conversation } = event;
  await conversationBook.remember(conversation, now);
  deps.releaseLane(conversation.channel);
  const key = `welcome:${conversation.channel}`;
  if ((await clickLog.take([key], now, WELCOME_ONCE_MS)) !== null) return null;
  await clickLog.keep([key], { outcome: 'said', facts: '{}' });
  return { code: 'welcome', place: conversation.kind } as const;
}

export function createFollowInstallation(deps: InstallationDeps): FollowInstallation {
  return async (event) => {
    try {
      return await follow(deps, event);
    } catch (error) {
      deps.logger.error('an installation event was not recorded', {
        code: isBotError(error) ? error.code : 'unexpected',
      });
      return null;
    }
  };
}
