// The door for incoming activities: token first, then the body, then whether the two belong together and to us.
// A refused request reaches nothing behind this file.
import type { Metrics } from '../ports/metrics';
import { parseActivityBody } from './activity-body';
import { readInboundActivity, type InboundActivity } from './inbound-activity';
import { sameServiceUrl, type ServiceUrlRule } from './service-url';
import type { TokenGate } from './token-gate';

const CHANNEL = 'msteams';

export type Admission =
  | { is: 'admitted'; activity: InboundActivity }
  /** The whole answer: a status and no body, which would only help a forger. */
  | { is: 'refused'; status: 400 | 401 | 403 | 503 };

export type ActivityRefusal =
  'token' | 'claims' | 'signature' | 'noKeys' | 'malformed' | 'serviceUrl' | 'channel' | 'tenant' | 'serviceHost';

const STATUS: Readonly<Record<ActivityRefusal, 400 | 401 | 403 | 503>> = {
  token: 401,
  claims: 401,
  signature: 401,
  noKeys: 503,
  malformed: 400,
  serviceUrl: 401,
  channel: 403,
  tenant: 403,
  serviceHost: 403,
};

export interface ActivityGateOptions {
  /** Null with `BOT_AUTH=disabled`: no token is asked for, every other check stays. */
  tokenGate: TokenGate | null;
  homeTenantId: string;
  serviceUrls: ServiceUrlRule;
  metrics: Pick<Metrics, 'activityRefused'>;
}

/** The tenants an activity names; the home tenant must be all of them. */
function tenantsOf(activity: InboundActivity): string[] {
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId];
  return named.filter((tenant) => typeof tenant === 'string').map((tenant) => tenant.toLowerCase());
}

export class ActivityGate {
  constructor(private readonly options: ActivityGateOptions) {}

  /** `rawBody` is looked at only when the token is proven. */
  async admit(authorization: string | undefined, rawBody: Buffer): Promise<Admission> {
    const proof = await this.prove(authorization);
    if ('refusal' in proof) return this.refuse(proof.refusal);
    const body = parseActivityBody(rawBody);
    const activity = body && readInboundActivity(body);
    if (!activity) return this.refuse('malformed');
    const refusal = this.refusalFor(activity, proof.serviceUrl);
    return refusal === null ? { is: 'admitted', activity } : this.refuse(refusal);
  }

  private async prove(
    authorization: string | undefined,
  ): Promise<{ refusal: ActivityRefusal } | { serviceUrl: string | null }> {
    if (this.options.tokenGate === null) return { serviceUrl: null };
    const verdict = await this.options.tokenGate.judge(authorization);
    if (verdict.is === 'proven') return { serviceUrl: verdict.serviceUrl };
    return { refusal: verdict.is === 'undecided' ? 'noKeys' : verdict.reason };
  }

  private refusalFor(activity: InboundActivity, provenServiceUrl: string | null): ActivityRefusal | null {
    if (provenServiceUrl !== null && !sameServiceUrl(provenServiceUrl, activity.serviceUrl)) return 'serviceUrl';
    if (activity.channelId !== CHANNEL) return 'channel';
    const tenants = tenantsOf(activity);
    const home = this.options.homeTenantId.toLowerCase();
    if (tenants.length === 0 || tenants.some((tenant) => tenant !== home)) return 'tenant';
    return this.options.serviceUrls.allows(activity.serviceUrl) ? null : 'serviceHost';
  }

  private refuse(refusal: ActivityRefusal): Admission {
    this.options.metrics.activityRefused(refusal);
    return { is: 'refused', status: STATUS[refusal] };
  }
}
