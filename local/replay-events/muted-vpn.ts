import { healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const mutedVpn: Story = {
  id: 'muted-vpn',
  title: 'Muted: VPN redundancy loss',
  about: 'The settings mute this type. The ledger knows it, no channel hears of it.',
  steps: [
    {
      title: 'One tunnel is down',
      shows: 'No message anywhere. Look at the ledger.',
      event: (telling) =>
        healthEvent(telling, {
          service: 'VPN',
          code: 'VPN_REDUNDANCY_LOSS',
          category: 'accountNotification',
          text: 'One of the two tunnels of your connection was replaced.',
        }),
    },
  ],
};
