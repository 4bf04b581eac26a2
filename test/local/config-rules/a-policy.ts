/** A policy of required tags as AWS Config's rules hold it: a key, and a value that is more than space. */
export function aPolicy(types: string[], keys: string[] = ['Owner']): string {
  const clauses = keys.flatMap((key) => [
    `  tags[ keys == '${key}' ] !empty`,
    `  tags[ keys == '${key}' ] != /^\\s*$/`,
  ]);
  const list = types.map((type) => `'${type}'`).join(', ');
  return [
    `let types = [${list}]`,
    'rule required_tags when resourceType IN %types {',
    ...clauses,
    '}',
    '',
  ].join('\n');
}
