// The Defender queue's stand-in.
import type { Room } from '../room';
import type { World } from '../world';

export function createPortalRoom(_world: World): Room {
  return { name: 'portal', routes: [] };
}
