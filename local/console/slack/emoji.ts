/** The few that Reeve and its tests use; Slack knows some thousand more. */
const EMOJI: Record<string, string> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  warning: '⚠️',
  rotating_light: '🚨',
  red_circle: '🔴',
  large_orange_circle: '🟠',
  large_yellow_circle: '🟡',
  large_green_circle: '🟢',
  large_blue_circle: '🔵',
  information_source: 'ℹ️',
  bell: '🔔',
  no_bell: '🔕',
  eyes: '👀',
  hourglass: '⌛',
  calendar: '📅',
  thumbsup: '👍',
  '+1': '👍',
};

/** The character of `:name:`, or the name as Slack shows what it does not know. */
export function emojiOf(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}

export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (code, name: string) => EMOJI[name] ?? code);
}
