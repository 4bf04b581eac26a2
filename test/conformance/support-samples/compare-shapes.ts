import { isDeepStrictEqual } from 'node:util';
import type { Shape } from '#local/counterparts/organization/support-cases/shape.ts';

/** In what a shape of ours is not that of the model, by path. */
export function compareShapes(ours: Shape, theirs: Shape, at: string): string[] {
  if (ours.type === 'structure' && theirs.type === 'structure') {
    const names = new Set([...Object.keys(ours.members), ...Object.keys(theirs.members)]);
    const required = isDeepStrictEqual(ours.required.toSorted(), theirs.required.toSorted());
    return [
      ...(required ? [] : [`${at} requires ${theirs.required.join(', ')}, not ${ours.required.join(', ')}`]),
      ...[...names].flatMap((name) => {
        const [our, their] = [ours.members[name], theirs.members[name]];
        if (!our) return [`${at}.${name} is not in our table`];
        return their ? compareShapes(our, their, `${at}.${name}`) : [`${at}.${name} is not in the model`];
      }),
    ];
  }
  if (ours.type === 'list' && theirs.type === 'list') {
    const { of: our, ...bounds } = ours;
    const { of: their, ...others } = theirs;
    return [...compareWords(bounds, others, at), ...compareShapes(our, their, `${at}[]`)];
  }
  return compareWords(ours, theirs, at);
}

function compareWords(ours: object, theirs: object, at: string): string[] {
  if (isDeepStrictEqual(ours, theirs)) return [];
  return [`${at} is ${JSON.stringify(theirs)}, not ${JSON.stringify(ours)}`];
}
