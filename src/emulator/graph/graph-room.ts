// Microsoft Graph's room: every operation under `/v1.0` that the emulator serves.
import type { Room } from '../room';
import type { World } from '../world';
import { alertRoutes } from './alert-routes';
import { groupRoutes } from './group-routes';
import { userRoutes } from './user-routes';

export function createGraphRoom(world: World): Room {
  return { name: 'graph', routes: [...alertRoutes(world), ...userRoutes(world), ...groupRoutes(world)] };
}
