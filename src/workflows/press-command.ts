// Presses on the cards of answers, by verb: ask on, carry out what was asked for in words, or drop it.
import { message } from './answer-card';
import type { HandleClick } from './click';
import { cancelChange, confirmChange, type ConfirmDeps } from './confirm-change';
import { refusedHere, type UnsafePlaceDeps } from './refuse-unsafe';

export interface PressCommandDeps extends ConfirmDeps, UnsafePlaceDeps {
  /** `command.run`: the question that the button asks on for. */
  run: HandleClick;
}

/** For verbs of answers alone. Throws BotError when the store fails, which whoever handles clicks turns into words. */
export function createPressCommand(deps: PressCommandDeps): HandleClick {
  return async (click) => {
    switch (click.verb) {
      case 'command.confirm': {
        // What becomes of it would stand there for everybody, with the owner's name.
        const { place, presser: asker, cardRef } = click;
        const unsafe = await refusedHere(deps, place, { action: click.verb, asker, cardRef });
        return unsafe === null ? confirmChange(deps, click) : message(unsafe);
      }
      case 'command.cancel':
        return cancelChange(deps, click);
      case 'command.run':
        return deps.run(click);
      default:
        return message({ code: 'verbUnknown' });
    }
  };
}
