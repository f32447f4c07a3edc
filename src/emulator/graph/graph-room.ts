// Microsoft Graph's room: every operation under `/v1.0` that the emulator serves.
import type { Room } from '../room';
import type { World } from '../world';
import { alertRoutes } from './alert-routes';
import { groupRoutes } from './group-routes';
import { loadEngine } from './hunting-engine';
import { huntingRoutes } from './hunting-routes';
import { incidentRoutes } from './incident-routes';
import { labelRoutes } from './label-routes';
import { userRoutes } from './user-routes';

export function createGraphRoom(world: World): Room {
  return {
    name: 'graph',
    routes: [
      ...alertRoutes(world),
      ...incidentRoutes(world),
      ...huntingRoutes(world, loadEngine),
      ...labelRoutes(world),
      ...userRoutes(world),
      ...groupRoutes(world),
    ],
  };
}
