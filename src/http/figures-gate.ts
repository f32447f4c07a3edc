// Who may see the bot's figures: how many insider-risk alerts a firm has is nobody's business. A process on this
// machine may, and whoever brings the metrics token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const BEARER = /^Bearer (\S+)$/i;
/** `::ffff:` is how an IPv4 peer looks on a socket that listens on both. */
const LOOPBACK = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

function isLocalPeer(request: IncomingMessage): boolean {
  // A proxy on this machine is a loopback peer too, and speaks for somebody else.
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function hasToken(request: IncomingMessage, metricsToken: string | null): boolean {
  const given = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (metricsToken === null || metricsToken === '' || given === undefined) return false;
  // Digests are of one length, so that the comparison tells nothing about the token's.
  return timingSafeEqual(digest(given), digest(metricsToken));
}

/** `metricsToken` null = loopback peers only. */
export function maySeeFigures(request: IncomingMessage, metricsToken: string | null): boolean {
  return isLocalPeer(request) || hasToken(request, metricsToken);
}
