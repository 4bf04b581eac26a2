const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:([a-z-]+)\/(.+)$/;

/** What an ARN of ECS names; old ones have no cluster. */
export type EcsArn = { kind: string; cluster?: string; name: string; path: string[] };

/** Undefined for what is absent, or no ARN of ECS. */
export function parseEcsArn(text: string | undefined): EcsArn | undefined {
  const [, kind, rest] = ARN.exec(text ?? '') ?? [];
  if (kind === undefined || rest === undefined) return undefined;
  const path = rest.split('/');
  const [first = '', second] = path;
  const name = path.at(-1) ?? '';
  if (kind === 'cluster') return { kind, cluster: first, name, path };
  return { kind, name, path, ...(second === undefined ? {} : { cluster: first }) };
}

/** What the last part of an ARN says: the id of a task, `family:revision` of a task definition. */
export function nameInArn(text: string | undefined): string | undefined {
  return parseEcsArn(text)?.name;
}
