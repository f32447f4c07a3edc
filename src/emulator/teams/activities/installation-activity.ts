// The app being added to or removed from a team or a person's own apps: each time two activities, an
// `installationUpdate` and a `conversationUpdate` that names the bot.
import { botMri, envelope, teamOf } from './activity-envelope';
import type { Activity, ActivityScene } from './activity-envelope';

export type InstallationChange = 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade';

/** The channel picked in the installation dialog; recorded on `add` only. */
function settingsOf(scene: ActivityScene): Activity | undefined {
  return scene.place.kind === 'channel' ? { selectedChannel: { id: scene.place.channel.id } } : undefined;
}

/** The `installationUpdate` activity; `action` is one of Teams' four words. */
export function installationActivity(scene: ActivityScene, action: InstallationChange): Activity {
  const { place, tenant } = scene;
  const settings = action === 'add' ? settingsOf(scene) : undefined;
  const channelData = {
    ...(settings && { settings }),
    ...(place.kind === 'channel' && { channel: { id: place.channel.id }, team: teamOf(tenant) }),
    tenant: { id: tenant.tenantId },
    source: { name: 'message' },
  };
  return {
    action,
    type: 'installationUpdate',
    timestamp: scene.now.toISOString(),
    ...envelope(scene, { withSenderName: false, withChannelName: true }),
    entities: [{ locale: scene.device.locale, type: 'clientInfo' }],
    channelData,
    locale: scene.device.locale,
  };
}

/** The `conversationUpdate` that accompanies the installation (`add`) or the removal of the bot. */
export function botMembershipActivity(scene: ActivityScene, change: 'add' | 'remove'): Activity {
  const { place, tenant } = scene;
  const members = [{ id: botMri(tenant) }];
  const settings = change === 'add' ? settingsOf(scene) : undefined;
  const channelData =
    place.kind === 'personal'
      ? { tenant: { id: tenant.tenantId } }
      : {
          team: teamOf(tenant),
          eventType: change === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved',
          tenant: { id: tenant.tenantId },
          ...(settings && { settings }),
        };
  return {
    ...(change === 'add' ? { membersAdded: members } : { membersRemoved: members }),
    type: 'conversationUpdate',
    timestamp: scene.now.toISOString(),
    ...envelope(scene, { withSenderName: false, withChannelName: true }),
    channelData,
  };
}
