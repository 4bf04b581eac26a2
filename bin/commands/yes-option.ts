/** Without it a command that changes something only says what it would do. */
export const yesOption = {
  type: 'boolean',
  about: 'Do it; without, what would be done is only shown',
} as const;
