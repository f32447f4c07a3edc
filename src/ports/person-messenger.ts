// Tells one person something in their own chat with the bot, which is opened when there is none.
import type { ChannelKey } from '../domain/channel-routing';
import type { Saying } from '../domain/saying';

export interface PersonMessenger {
  /**
   * `via`: a channel the bot is installed in, whose service and tenant are the person's as well. `person`: Teams' id of
   * theirs, or the Entra object id. Two requests. Throws BotError (`from: 'connector'`): `forbidden` when the app is not
   * there for the person, `notConnected` whenever nothing can have been written.
   */
  tell(via: ChannelKey, person: string, saying: Saying): Promise<void>;
}
