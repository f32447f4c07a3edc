// Server-sent events: the world's changes told to one open page until it goes away.
import type { ServerResponse } from 'node:http';
import type { World, WorldEvent } from './world';

/** A comment line this often keeps idle connections from being dropped. */
export const HEARTBEAT_MS = 20_000;

/** Streams the events that `wanted` lets through; ends with the connection. */
export function streamEvents(world: World, response: ServerResponse, wanted: (event: WorldEvent) => boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' });
  response.write('retry: 2000\n\n');
  const stop = world.subscribe((event) => {
    if (wanted(event)) response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
