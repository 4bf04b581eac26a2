/** The SecureString that holds a channel's secret; it carries the stack's name, so two deployments never share one. */
export function secretName(stack: string, channel: string): string {
  return `/${stack}/channels/${channel}`;
}

/** That of a tracker, which may have the name of a channel. */
export function trackerSecretName(stack: string, tracker: string): string {
  return `/${stack}/trackers/${tracker}`;
}

/** That of the webhooks of a tracker. */
export function hookSecretName(stack: string, tracker: string): string {
  return `/${stack}/hooks/${tracker}`;
}
