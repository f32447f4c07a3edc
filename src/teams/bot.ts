// The route table: which kind of activity goes to which handler. Everything else is left unanswered; presses on cards
// never come here.
import type { TurnContext } from 'botbuilder';
import { AI, Application, type Planner, type TurnState } from '@microsoft/teams-ai';
import { ANSWER_COMMAND, type ReadSentence } from './command-planner';
import { arrivalOf } from './turn-adapter';
import { typedCommand } from './typed-command';

export interface BotHandlers {
  planner: Planner<TurnState>;
  followInstallation(context: TurnContext): Promise<void>;
  answerCommand(context: TurnContext, sentence: ReadSentence): Promise<void>;
  /** A plan could not be made or carried out. */
  planFailed(error: unknown): void;
}

/** Messages the bot is told of but not asked by, old-style submits among them. */
const isNotForUs = async (context: TurnContext) =>
  context.activity.type === 'message' && typedCommand(arrivalOf(context).activity) === null;

/**
 * No storage is given: nothing of a conversation is kept between turns. The typing timer is off because all turns of the
 * application share one, and the mention is taken out where the text is read.
 */
export function createBot(handlers: BotHandlers): Application<TurnState> {
  const app = new Application<TurnState>({
    startTypingTimer: false,
    removeRecipientMention: false,
    ai: { planner: handlers.planner, allow_looping: false },
  });
  app.activity(['installationUpdate', 'conversationUpdate'], (context) => handlers.followInstallation(context));
  app.addRoute(isNotForUs, async () => {});
  app.ai.action<ReadSentence>(ANSWER_COMMAND, async (context, _state, sentence) => {
    await handlers.answerCommand(context, sentence);
    return AI.StopCommandName;
  });
  app.ai.action<Error>(AI.HttpErrorActionName, async (_context, _state, error) => {
    handlers.planFailed(error);
    return AI.StopCommandName;
  });
  return app;
}
