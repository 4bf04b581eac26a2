/** The name by which what is found of a key can be acknowledged. The CDK takes :: for the end of a plugin's name. */
export function ruleNameOf(key: string): string {
  return key.replaceAll(/:{2,}/g, ':');
}
