import { createHash } from 'node:crypto';
import type { OrganizationalUnit } from './world.ts';

const ROOT_ID = 'r-a1b2';

/** The tree that paths of names such as `/prod/eu` need: the root, and each unit once. */
export function unitsOf(paths: string[]): OrganizationalUnit[] {
  const units = new Set(paths.flatMap(withAncestors));
  return [
    { id: ROOT_ID, name: 'Root' },
    ...[...units].sort().map((path) => ({
      id: unitIdOf(path),
      name: path.slice(path.lastIndexOf('/') + 1),
      parentId: unitIdOf(path.slice(0, path.lastIndexOf('/'))),
    })),
  ];
}

/** The id of the unit of a path, the same in each world. */
export function unitIdOf(path: string): string {
  if (path === '' || path === '/') return ROOT_ID;
  return `ou-${ROOT_ID.slice(2)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

function withAncestors(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
