import { type Breakage, inWorld } from '#test/commands/doctor/breakage.ts';

/** Of what cost reports stand on. */
export const costBreakages: Breakage[] = [
  {
    what: 'Cost Explorer that was never opened',
    breakIt: inWorld(({ costExplorer }) => {
      costExplorer.enabled = false;
    }),
    told: { check: 'cost-explorer', text: 'Cost Explorer is not enabled', mend: 'Open Cost Explorer' },
  },
  {
    what: 'a tag that is not active (aws-cost-explorer-report#41)',
    breakIt: inWorld(({ costExplorer }) => {
      costExplorer.allocationTags = { owner: 'Active', stage: 'Inactive' };
    }),
    told: {
      check: 'cost-explorer',
      text: 'The tag stage is not active for cost allocation: all costs look untagged',
      mend: "'TagKey=stage,Status=Active', in the management account",
    },
  },
  {
    what: 'a tag that nothing bears',
    breakIt: inWorld(({ costExplorer }) => {
      costExplorer.allocationTags = { owner: 'Active' };
    }),
    told: {
      check: 'cost-explorer',
      text: 'AWS knows no tag stage',
      mend: 'Mend costs.tags in reeve.config.ts',
    },
  },
  {
    what: 'a role that reads costs and is not there',
    breakIt: ({ roles }) => roles.delete('reeve-cost-reader'),
    told: {
      check: 'cost-reader',
      verdict: 'unseen',
      account: '999900001111',
      text: 'reeve-doctor may not assume reeve-cost-reader (sts:AssumeRole), or the role is not there',
      mend: 'npx cdk deploy ReeveManagement, with credentials of the management account 999900001111',
    },
  },
  {
    what: 'a hub that was deployed before there were costs',
    breakIt: inWorld(({ hubStack }) => {
      delete hubStack?.outputs['ReportBucket'];
    }),
    told: {
      check: 'report-bucket',
      text: 'ReeveHub has no bucket for reports',
      mend: 'npx cdk deploy ReeveHub',
    },
  },
];
