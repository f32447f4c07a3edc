// The Defender queue's stand-in at `/portal`: a page over the same alerts that Graph serves, told of every change.
import type { Room, StreamRoute } from '../room';
import { streamEvents } from '../event-stream';
import type { World } from '../world';
import { pageRoutes } from './page-files';
import { portalRoutes } from './portal-routes';

export function createPortalRoom(world: World): Room {
  const events: StreamRoute = {
    method: 'GET',
    path: '/portal/events',
    stream: (_request, _raw, response) => streamEvents(world, response, (event) => event.topic === 'alert'),
  };
  return { name: 'portal', routes: [...pageRoutes(), ...portalRoutes(world), events] };
}
