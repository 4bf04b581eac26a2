import { integer, list, number, structure, text } from './shape.ts';

const displayId = text({ min: 1, max: 512, pattern: '[a-zA-Z0-9:/-]{1,512}' });
const nextToken = text({ min: 1, max: 2048, pattern: '[a-zA-Z0-9/+=%_-]+' });
const action = text({ min: 3, max: 255, pattern: '[a-z][a-z0-9-]*:[A-Za-z0-9_.-]+' });
const resource = text({ min: 1, max: 512, pattern: '[a-zA-Z0-9:/_.-]+' });

/** What may be asked of AWS Support authorization about requests for permits, in the query. */
export const PERMIT_QUESTION = structure({
  nextToken,
  maxResults: integer({ min: 1, max: 100 }),
  supportCaseDisplayId: displayId,
});

/** What it answers, as its service model has it. */
export const PERMIT_ANSWER = structure({
  'supportPermitRequests!': list(
    structure({
      'requestArn!': text({ min: 1, max: 512, pattern: '[a-zA-Z0-9:/-]{1,512}' }),
      'permit!': structure({
        'actions!': structure({
          allActions: structure({}),
          actions: list(action, { min: 1, max: 10 }),
        }),
        'resources!': structure({
          allResourcesInRegion: structure({}),
          resources: list(resource, { min: 1, max: 5 }),
        }),
        conditions: list(structure({ allowAfter: number, allowBefore: number }), { min: 0, max: 2 }),
      }),
      'supportCaseDisplayId!': displayId,
      'status!': text({ choices: ['PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED'] }),
      'createdAt!': number,
      'updatedAt!': number,
    }),
    { min: 0, max: 100 },
  ),
  nextToken,
});
