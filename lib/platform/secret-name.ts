/** The SecureString that holds a channel's secret; it carries the stack's name, so two deployments never share one. */
export function secretName(stack: string, channel: string): string {
  return `/${stack}/channels/${channel}`;
}
