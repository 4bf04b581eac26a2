/** Which deployment a command is about. */
export const stackOption = {
  type: 'string',
  value: 'STACK',
  default: 'ReeveHub',
  about: 'The stack of the deployment',
} as const;
